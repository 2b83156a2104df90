package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.store.exchange.Outbox;
import gatebook.store.query.QueueItem;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OutgoingOperation;
import java.util.Set;
import java.util.stream.Collectors;

/** Nothing is put on the wire that does not stand in the queue as being sent. */
final class SentIsDurable extends Law {
    @Override
    String id() {
        return "S18";
    }

    @Override
    public void sends(SimDesk desk, Outbox.Batch batch) {
        Set<OpId> marked = desk.queries().queue(QueueItem.Status.PROCESSING).stream()
                .map(QueueItem::opId)
                .collect(Collectors.toSet());
        for (OutgoingOperation operation : batch.operations()) {
            hold(
                    marked.contains(operation.opId()),
                    "desk " + desk.number() + " sends what does not stand as being sent: " + operation);
        }
    }
}
