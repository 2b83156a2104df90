package gatebook.ledger.entries;

import java.util.regex.Pattern;

/** Where a list goes on, in words that only the cloud understands: 1 to 200 URL-safe characters. */
public record PageToken(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    public PageToken {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a page token");
        }
    }
}
