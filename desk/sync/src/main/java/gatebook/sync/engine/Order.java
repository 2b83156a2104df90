package gatebook.sync.engine;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Runs;

/**
 * A run that a person asks for.
 *
 * @param ticket by which the asker knows its answer
 */
public record Order(long ticket, Scope scope) {
    /** How much is to be done. */
    public sealed interface Scope {
        /** What is due. */
        record Cycle() implements Scope {}

        /** Everything, also what waits for a retry. */
        record Full() implements Scope {}

        /** The operations of one record. */
        record One(EntryId record) implements Scope {}
    }

    Runs.Trigger trigger() {
        return switch (scope) {
            case Scope.Cycle() -> Runs.Trigger.MANUAL;
            case Scope.Full() -> Runs.Trigger.FULL;
            case Scope.One(EntryId record) -> Runs.Trigger.ENTRY;
        };
    }
}
