package gatebook.store.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something found out about a trail.
 *
 * @param detail for a person
 * @param acknowledgement null while it is open
 */
public record Finding(
        long id,
        String uuid,
        FindingKind kind,
        Instant foundAt,
        String detail,
        @Nullable Acknowledgement acknowledgement) {

    /** What a person said of it. */
    public record Acknowledgement(Instant at, String by, String reason) {}

    public boolean isOpen() {
        return acknowledgement == null;
    }
}
