package gatebook.rules.entry;

import java.util.regex.Pattern;

/** The short name of a desk that stands before its ticket numbers: 1 to 4 upper-case letters or digits. */
public record DeskCode(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,4}");

    /** The code of a desk that has not joined a site. */
    public static final DeskCode FIRST = new DeskCode("A");

    public DeskCode {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a desk code has 1 to 4 capitals or digits: " + text);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
