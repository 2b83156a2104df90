package gatebook.store.rollback;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.undo.Part;
import java.util.List;
import java.util.Optional;

/** What an undo does with one record, or why it leaves it as it is. */
public sealed interface UndoStep {
    /**
     * Values go back.
     *
     * @param kept parts that the run had changed too and that were worked on since
     */
    record Restore(Entry before, Entry after, List<Part> kept) implements UndoStep {
        public Restore {
            kept = List.copyOf(kept);
        }
    }

    /** A record that the run voided, or joined into another, comes back. */
    record Revive(Entry after, List<Part> kept) implements UndoStep {
        public Revive {
            kept = List.copyOf(kept);
        }
    }

    /** A record that the run brought in, or back, is voided. */
    record Void(Entry before, Entry after) implements UndoStep {}

    /**
     * The record stays as it is.
     *
     * @param detail for a person
     * @param kept the parts that were worked on since, where that is the reason
     */
    record Leave(Reason reason, String detail, List<Part> kept) implements UndoStep {
        public Leave {
            kept = List.copyOf(kept);
        }
    }

    /** Why a record is left. The words are stable, for scripts. */
    enum Reason {
        /** The run brought it in for the first time, and the undo was not to take that back. */
        BROUGHT_IN,
        /** All that the run changed of it was worked on since, or it was voided. */
        LATER_WORK,
        /** It waits for a decision, whose sides an undo would change under the eyes of whoever decides. */
        IN_CONFLICT,
        /** With the values from before it would contradict itself. */
        BREAKS_RULE,
        /** Another record has its vehicle number and entry time. */
        PLACE_TAKEN,
        /** It was joined into another record, which lives. */
        JOINED,
        /** It stands aside until its newer image arrives. */
        ASIDE
    }

    /** Whether the record is written. */
    default boolean changes() {
        return switch (this) {
            case Restore _, Revive _, Void _ -> true;
            case Leave _ -> false;
        };
    }

    /** The record as it was paid, where its payment counts no longer afterwards; the audit trail keeps it. */
    default Optional<Entry> paymentTakenBack() {
        return switch (this) {
            case Restore(Entry before, Entry after, var _)
            when isPaid(before)
                    && !(before.payment().equals(after.payment())
                            && before.stay().fee().equals(after.stay().fee())) -> Optional.of(before);
            case Void(Entry before, var _) when isPaid(before) -> Optional.of(before);
            case Restore _, Revive _, Void _, Leave _ -> Optional.empty();
        };
    }

    private static boolean isPaid(Entry entry) {
        return entry.payment().status() == PaymentStatus.PAID;
    }

    /** Whether something of the run stays that a person may want to look at. */
    default boolean needsPerson() {
        return switch (this) {
            case Restore(var _, var _, List<Part> kept) -> !kept.isEmpty();
            case Revive(var _, List<Part> kept) -> !kept.isEmpty();
            case Void _ -> false;
            case Leave(Reason reason, var _, var _) -> reason != Reason.BROUGHT_IN;
        };
    }
}
