package gatebook.wire.feed;

import java.util.regex.Pattern;

/** A place in a site's order of changes, in words that only the cloud understands: 1 to 200 URL-safe characters. */
public record Cursor(String token) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{1,200}");

    public Cursor {
        if (!isWellFormed(token)) {
            throw new IllegalArgumentException("not a cursor");
        }
    }

    /** Whether the text could be a cursor at all. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return token;
    }
}
