package gatebook.sim.cloud;

import gatebook.wire.compare.Fingerprint;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the model's cursors say: which history, how far, and what all deeds up to there come to.
 *
 * @param sum of the deeds from the first to this one
 */
record Mark(HistoryId history, long seq, String sum) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,18})\\.([0-9a-f]{32})");

    /** What no deed comes to. */
    static final String NOTHING = Fingerprint.of("");

    /** What the deeds up to one come to, given what those before it did. */
    static String sum(String before, Deed deed) {
        return Fingerprint.of(before + deed);
    }

    Cursor cursor() {
        return new Cursor(history + "." + seq + "." + sum);
    }

    /** Empty for a cursor that the model never gave out. */
    static Optional<Mark> of(Cursor cursor) {
        Matcher parts = FORM.matcher(cursor.token());
        return parts.matches()
                ? Optional.of(new Mark(
                        new HistoryId(UUID.fromString(parts.group(1))), Long.parseLong(parts.group(2)), parts.group(3)))
                : Optional.empty();
    }
}
