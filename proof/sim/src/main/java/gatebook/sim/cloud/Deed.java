package gatebook.sim.cloud;

import gatebook.rules.entry.EntryId;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place in the site's order of changes, as the cloud's history tells it.
 *
 * @param device the desk that sent it
 * @param madeAt by that desk's clock
 * @param committedAt by the cloud's clock
 * @param content the record's image after it; null once voided
 */
public record Deed(
        long seq,
        EntryId record,
        long version,
        UUID device,
        String actor,
        OpId op,
        OperationKind kind,
        Instant madeAt,
        Instant committedAt,
        @Nullable String content) {
    /** The record's image after it; empty once voided. */
    public Optional<String> image() {
        return Optional.ofNullable(content);
    }
}
