package gatebook.rules.entry;

import java.util.Optional;
import java.util.UUID;

/** The identity of an entry: a UUIDv7 made at the desk that wrote it, the same at every desk and in the cloud. */
public record EntryId(UUID value) implements Comparable<EntryId> {
    /** Reads the 36-character form; empty for anything else, so that a hand-typed word is never taken for an id. */
    public static Optional<EntryId> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(new EntryId(id)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Order of the 128 bits read as an unsigned number, which is the order in which UUIDv7 ids were made. */
    @Override
    public int compareTo(EntryId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
