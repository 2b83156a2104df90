package gatebook.rules.merge;

import gatebook.rules.refusal.FieldError;
import java.util.List;

/** What a person's decision comes to. */
public sealed interface Decided {
    /** The record is to stand so. */
    record Stands(Image image) implements Decided {}

    /** What would stand breaks a rule of the trade, or the choice contradicts itself; each field is named. */
    record AtFault(List<FieldError> faults) implements Decided {
        public AtFault {
            faults = List.copyOf(faults);
        }
    }

    /** A side voided the record: there are no two entries whose fields could be put together. */
    record NothingToMerge() implements Decided {}
}
