package gatebook.store.rollback;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.undo.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an undo. */
public sealed interface UndoOutcome {
    /**
     * It is in the book, and on the disk.
     *
     * @param did what was planned anew while it was written
     * @param undo the undo's own number, by which it can be undone; null if nothing was left to undo
     */
    record Undone(UndoPlan did, @Nullable RunId undo) implements UndoOutcome {}

    /**
     * It would take back payments, for which a second person has to agree. Of a large run some may be written already; the
     * same undo goes on with the rest.
     *
     * @param payments how many
     */
    record NeedsSecondPerson(long payments) implements UndoOutcome {}

    /** No such run ever was. */
    record NoSuchRun() implements UndoOutcome {}

    /** Who asks for it, or agrees, cannot be kept in the audit trail, or is one and the same. */
    record BadWords(List<FieldError> faults) implements UndoOutcome {
        public BadWords {
            faults = List.copyOf(faults);
        }
    }
}
