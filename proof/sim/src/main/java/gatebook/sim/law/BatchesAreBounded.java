package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.store.exchange.Outbox;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushRequest;

/** A request holds no more than it may, and one operation of a record. */
final class BatchesAreBounded extends Law {
    @Override
    String id() {
        return "S17";
    }

    @Override
    public void sends(SimDesk desk, Outbox.Batch batch) {
        long records = batch.operations().stream()
                .map(OutgoingOperation::record)
                .distinct()
                .count();
        hold(batch.operations().size() <= PushRequest.OPERATIONS_MAX, "too many at once: " + batch);
        hold(records == batch.operations().size(), "two of one record in one request: " + batch);
    }
}
