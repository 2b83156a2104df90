package gatebook.wire.push;

import gatebook.rules.entry.EntryId;
import gatebook.wire.compare.LostState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation as a desk sends it.
 *
 * @param baseVersion the cloud's version that the desk had seen; 0 for a CREATE
 * @param data the entry as {@link gatebook.wire.entry.EntryJson} wrote it at capture; null for a DELETE
 * @param lost what the record went through in a history that the cloud lost, the newest first; empty but for what is sent
 *     again
 */
public record OutgoingOperation(
        OpId opId,
        OperationKind kind,
        EntryId record,
        long baseVersion,
        Instant madeAt,
        String actor,
        @Nullable String data,
        List<LostState> lost) {
    public OutgoingOperation {
        lost = List.copyOf(lost);
    }

    /** An operation that is no repetition of lost work. */
    public OutgoingOperation(
            OpId opId,
            OperationKind kind,
            EntryId record,
            long baseVersion,
            Instant madeAt,
            String actor,
            @Nullable String data) {
        this(opId, kind, record, baseVersion, madeAt, actor, data, List.of());
    }

    /** The same operation, with what the record went through in a lost history. */
    public OutgoingOperation after(List<LostState> states) {
        return new OutgoingOperation(opId, kind, record, baseVersion, madeAt, actor, data, states);
    }
}
