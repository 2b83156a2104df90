package gatebook.store.rollback;

import gatebook.rules.undo.RunId;
import java.util.List;

/**
 * What an undo would do, or did.
 *
 * @param items records of which something of the run is left, in the order in which they are written
 */
public record UndoPlan(RunId run, List<UndoItem> items) {
    public UndoPlan {
        items = List.copyOf(items);
    }

    /** How many records are written. */
    public long changed() {
        return items.stream().filter(item -> item.step().changes()).count();
    }

    /** How many payments it takes back. */
    public long paymentsTakenBack() {
        return items.stream()
                .filter(item -> item.step().paymentTakenBack().isPresent())
                .count();
    }

    /** Whether something stays that a person may want to look at. */
    public boolean needsPerson() {
        return items.stream().anyMatch(item -> item.step().needsPerson());
    }
}
