package gatebook.wire.audit;

import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a desk's audit trail and its hash, which seals all rows up to it.
 *
 * @param row from 1
 * @param hash 64 hex digits in lower case
 */
public record TrailHead(long row, String hash) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public TrailHead {
        if (!isWellFormed(row, hash)) {
            throw new IllegalArgumentException("no row and hash: " + row + ":" + hash);
        }
    }

    /** A head of these; empty where they are none. */
    public static Optional<TrailHead> of(long row, String hash) {
        return isWellFormed(row, hash) ? Optional.of(new TrailHead(row, hash)) : Optional.empty();
    }

    private static boolean isWellFormed(long row, String hash) {
        return row > 0 && HASH.matcher(hash).matches();
    }

    /** Writes it as the field {@code name}. */
    public void field(JsonOut out, String name) {
        out.name(name);
        write(out);
    }

    /** Writes it as a value. */
    public void write(JsonOut out) {
        out.object(() -> out.field("row", row).field("hash", hash));
    }

    /** Reads one; null, with the fault noted, where it is none. */
    public static @Nullable TrailHead read(JsonIn in, String place) {
        long[] row = {0};
        @Nullable String[] hash = new String[1];
        in.object(place, name -> {
            switch (name) {
                case "row" -> row[0] = in.whole(JsonIn.at(place, name), 1);
                case "hash" -> hash[0] = in.text(JsonIn.at(place, name));
                default -> {
                    return false;
                }
            }
            return true;
        });
        String found = hash[0];
        if (found == null || !isWellFormed(row[0], found)) {
            in.fault(place, FieldFault.BAD_TEXT, "a row from 1, and its hash in 64 hex digits");
            return null; // just noted
        }
        return new TrailHead(row[0], found);
    }
}
