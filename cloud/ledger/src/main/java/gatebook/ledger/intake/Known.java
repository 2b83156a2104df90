package gatebook.ledger.intake;

import gatebook.ledger.intake.JoinedTickets.Joint;
import gatebook.rules.entry.EntryId;
import gatebook.wire.push.OpId;
import java.util.Map;
import java.util.Set;

/**
 * What the site holds that a request may touch, read under the site's lock. It belongs to the judgement, which keeps it up
 * with every operation.
 *
 * @param outcomes of those operations that took effect before
 * @param records that the request names
 * @param neighbours live entries of the vehicles in it
 * @param joints which of its new records are known to be joined into one of these
 */
record Known(Map<OpId, Outcome> outcomes, Map<EntryId, Held> records, Neighbours neighbours, Set<Joint> joints) {
    /** What an operation came to when it took effect. */
    record Outcome(EntryId record, long version, long remoteId) {}
}
