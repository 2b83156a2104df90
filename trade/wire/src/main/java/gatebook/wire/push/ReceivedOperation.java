package gatebook.wire.push;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.FieldError;
import gatebook.wire.compare.LostState;
import java.time.Instant;
import java.util.List;

/**
 * An operation as the cloud reads it.
 *
 * @param lost what the record went through in a history that the cloud lost; empty but for what is sent again
 */
public record ReceivedOperation(
        OpId opId,
        OperationKind kind,
        EntryId record,
        long baseVersion,
        Instant madeAt,
        String actor,
        Content content,
        List<LostState> lost) {
    public ReceivedOperation {
        lost = List.copyOf(lost);
    }

    /** An operation that is no repetition of lost work. */
    public ReceivedOperation(
            OpId opId,
            OperationKind kind,
            EntryId record,
            long baseVersion,
            Instant madeAt,
            String actor,
            Content content) {
        this(opId, kind, record, baseVersion, madeAt, actor, content, List.of());
    }

    /** What the operation carries. */
    public sealed interface Content {
        /** The whole entry, free of faults. */
        record Image(Entry entry) implements Content {}

        /** Nothing, as a DELETE does. */
        record None() implements Content {}

        /** Something that no entry may be: this operation is rejected, the others of the request are not. */
        record Faulty(List<FieldError> faults) implements Content {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }
}
