package gatebook.store.exchange;

import gatebook.wire.push.OperationKind;
import java.util.List;

/**
 * What the open operations of one record come to when none of them ever reached the cloud: CREATE and UPDATEs are one
 * CREATE, UPDATEs one UPDATE, a CREATE that ends in a DELETE nothing at all. The last one carries the effect, since its
 * payload is the whole record as it stood last; the audit trail keeps each step.
 */
sealed interface Folding {
    /** The last operation is sent, as an operation of {@code kind}; those before it are carried by it. */
    record Send(QueueRow last, OperationKind kind, List<QueueRow> carried) implements Folding {}

    /** The cloud never heard of the record and never needs to. */
    record Nothing(List<QueueRow> carried) implements Folding {}

    /**
     * Decides what to send of one lane.
     *
     * @param open the open rows of one lane, oldest first, the first of them due
     */
    static Folding of(List<QueueRow> open) {
        QueueRow first = open.getFirst();
        if (first.goesAlone()) {
            return new Send(first, first.kind(), List.of());
        }
        QueueRow last = open.getLast();
        List<QueueRow> carried = open.subList(0, open.size() - 1);
        if (first.kind() != OperationKind.CREATE) {
            return new Send(last, last.kind(), carried);
        }
        return last.kind() == OperationKind.DELETE && open.size() > 1
                ? new Nothing(open)
                : new Send(last, OperationKind.CREATE, carried);
    }
}
