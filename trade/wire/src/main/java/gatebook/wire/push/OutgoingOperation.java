package gatebook.wire.push;

import gatebook.rules.entry.EntryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation as a desk sends it.
 *
 * @param baseVersion the cloud's version that the desk had seen; 0 for a CREATE
 * @param data the entry as {@link gatebook.wire.entry.EntryJson} wrote it at capture; null for a DELETE
 */
public record OutgoingOperation(
        OpId opId,
        OperationKind kind,
        EntryId record,
        long baseVersion,
        Instant madeAt,
        String actor,
        @Nullable String data) {}
