package gatebook.cli;

/** What somebody typed, fit to be shown in a sentence of ours. */
final class Shown {
    private static final int CHARS_MAX = 60;

    private Shown() {}

    /** As it is where it looks like the name of a field. */
    static String name(String text) {
        return text.matches("[A-Za-z_]{1,40}") ? text : brief(text);
    }

    /** In quotes, without control characters, cut where it is long. */
    static String brief(String text) {
        String readable = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
        return "\"" + (readable.length() > CHARS_MAX ? readable.substring(0, CHARS_MAX) + "…" : readable) + "\"";
    }
}
