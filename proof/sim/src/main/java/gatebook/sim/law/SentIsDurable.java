package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.store.exchange.Outbox;
import gatebook.store.query.QueueItem;
import gatebook.wire.push.OutgoingOperation;
import java.util.Map;

/** Nothing is put on the wire that does not stand in the queue as being sent. */
final class SentIsDurable extends Law {
    @Override
    String id() {
        return "S18";
    }

    @Override
    public void sends(SimDesk desk, Outbox.Batch batch) {
        Map<String, QueueItem> queue = Queues.byOperation(desk);
        for (OutgoingOperation operation : batch.operations()) {
            QueueItem item = queue.get(operation.opId().toString());
            hold(
                    item != null && item.status() == QueueItem.Status.PROCESSING,
                    "desk " + desk.number() + " sends " + operation + " which stands as " + item);
        }
    }
}
