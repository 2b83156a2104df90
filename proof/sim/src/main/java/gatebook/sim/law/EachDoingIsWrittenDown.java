package gatebook.sim.law;

import gatebook.rules.entry.EntryId;
import gatebook.sim.site.SimDesk;
import gatebook.store.query.AuditRow;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.QueueItem;
import gatebook.wire.push.OperationKind;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Of each thing that a person did the newest audit row of its record tells, with the very image that is to be sent. */
final class EachDoingIsWrittenDown extends Law {
    @Override
    String id() {
        return "S14";
    }

    @Override
    public void saved(SimDesk desk, List<QueueItem> operations) {
        Set<EntryId> seen = new HashSet<>();
        // The queue lists the newest first.
        for (QueueItem item : operations) {
            if (seen.add(item.record())) {
                List<AuditRow> history = new EntryQueries(desk.database()).history(item.record());
                String image = item.kind() == OperationKind.DELETE ? null : item.data();
                hold(
                        !history.isEmpty()
                                && Objects.equals(history.getLast().change().after(), image),
                        "desk " + desk.number() + " has not written down " + item);
            }
        }
    }
}
