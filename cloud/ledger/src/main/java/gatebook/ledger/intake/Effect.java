package gatebook.ledger.intake;

import gatebook.ledger.history.HistoryEntry;
import gatebook.ledger.intake.JoinedTickets.Joined;
import gatebook.rules.entry.EntryId;
import gatebook.wire.push.OpId;
import java.util.List;

/**
 * What a judged request leaves to be written.
 *
 * @param fresh records that the site did not hold before, as they are at the end
 * @param changed records that it did, as they are at the end
 * @param moved records that changed in nothing but that another was joined into them
 * @param rows one of the history for each operation that takes effect and each record that was joined, in their order
 * @param outcomes one for each operation that takes effect
 * @param joined the tickets of records that were joined
 */
record Effect(
        List<Final> fresh,
        List<Final> changed,
        List<Moved> moved,
        List<HistoryEntry> rows,
        List<Taken> outcomes,
        List<Joined> joined) {
    /** The last state of one record, its place in the site's order, and who brought it there. */
    record Final(Held record, long seq, String actor) {}

    /** A record that got a new place in the site's order, so that the desks hear of it again. */
    record Moved(EntryId record, long seq) {}

    /** An operation that takes effect. */
    record Taken(OpId op, Held record, long seq) {}

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
