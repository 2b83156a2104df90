package gatebook.rules.undo;

import gatebook.rules.entry.Entry;
import gatebook.rules.refusal.FieldError;
import java.util.List;

/** What undoing a run comes to for one record. */
public sealed interface UndoVerdict {
    /** All that the run touched is as it was before. */
    record AsBefore() implements UndoVerdict {}

    /**
     * Values go back to what they were before the run.
     *
     * @param entry the record as it shall stand, its time of edit not yet touched
     * @param restored at least one, in the order of {@link Part}, as all such lists here
     * @param kept parts that the run had changed and somebody has worked on since; they stay as they are
     */
    record Restored(Entry entry, List<Part> restored, List<Part> kept) implements UndoVerdict {
        public Restored {
            restored = List.copyOf(restored);
            kept = List.copyOf(kept);
        }
    }

    /** The run voided it or joined it into another: it comes back, with values as under {@link Restored}. */
    record Revived(Entry entry, List<Part> kept) implements UndoVerdict {
        public Revived {
            kept = List.copyOf(kept);
        }
    }

    /**
     * The run brought it in or back, and nobody has worked on it since: it is voided.
     *
     * @param entry with the values from before the run, where it was there then: they count should it come back
     */
    record Voided(Entry entry) implements UndoVerdict {}

    /** The run brought it in for the first time, and was not asked to take that back. */
    record BroughtIn() implements UndoVerdict {}

    /** Everything that would change is later work: of these parts, or the voiding of the record where it is voided now. */
    record LaterWork(List<Part> kept) implements UndoVerdict {
        public LaterWork {
            kept = List.copyOf(kept);
        }
    }

    /** With the values from before the run it would be what no entry may be. */
    record Contradiction(List<FieldError> faults) implements UndoVerdict {
        public Contradiction {
            faults = List.copyOf(faults);
        }
    }
}
