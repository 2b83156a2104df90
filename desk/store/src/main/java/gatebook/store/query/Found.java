package gatebook.store.query;

import gatebook.store.record.EntryRow;
import java.util.List;

/** Which entry was meant. */
public sealed interface Found {
    /** This one; it may have left, or be voided. */
    record One(EntryRow row) implements Found {}

    /** None fits. */
    record None() implements Found {}

    /** More than one fits, newest first; nobody guesses which truck is to be charged. */
    record Several(List<EntryRow> rows) implements Found {
        public Several {
            rows = List.copyOf(rows);
        }
    }
}
