package gatebook.wire.push;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.FieldError;
import java.time.Instant;
import java.util.List;

/** An operation as the cloud reads it. */
public record ReceivedOperation(
        OpId opId,
        OperationKind kind,
        EntryId record,
        long baseVersion,
        Instant madeAt,
        String actor,
        Content content) {

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
