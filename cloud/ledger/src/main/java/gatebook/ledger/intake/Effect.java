package gatebook.ledger.intake;

import gatebook.ledger.history.HistoryEntry;
import gatebook.wire.push.OpId;
import java.util.List;

/**
 * What a judged request leaves to be written.
 *
 * @param fresh records that the site did not hold before, as they are at the end
 * @param changed records that it did, as they are at the end
 * @param rows one of the history for each operation that takes effect, in their order
 * @param outcomes one for each of these
 */
record Effect(List<Final> fresh, List<Final> changed, List<HistoryEntry> rows, List<Taken> outcomes) {
    /** The last state of one record, its place in the site's order, and who brought it there. */
    record Final(Held record, long seq, String actor) {}

    /** An operation that takes effect. */
    record Taken(OpId op, Held record, long seq) {}

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
