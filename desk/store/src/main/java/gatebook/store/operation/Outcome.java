package gatebook.store.operation;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.record.EntryRow;
import java.util.List;

/** What became of an operation at the desk. */
public sealed interface Outcome {
    /**
     * It is in the book, and on the disk.
     *
     * @param insideAlready other entries of this vehicle that have not left; a warning, never a refusal
     */
    record Done(EntryRow row, List<EntryRow> insideAlready) implements Outcome {
        public Done {
            insideAlready = List.copyOf(insideAlready);
        }
    }

    /** Nothing was changed. */
    record Refused(Refusal refusal, String detail, List<FieldError> faults) implements Outcome {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
