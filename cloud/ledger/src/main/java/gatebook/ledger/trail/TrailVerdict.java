package gatebook.ledger.trail;

import gatebook.wire.audit.TrailHead;
import java.util.List;

/** What the rows that a desk shows of its trail say about the head that is known of it. */
enum TrailVerdict {
    /** The trail ends where it ended. */
    UNCHANGED,
    /** The known row is as it was, and the trail has gone on. */
    FITS,
    /** The known row is another one now, or the trail ends before it. */
    APART,
    /** The desk does not show the known row. */
    NOT_SHOWN;

    static TrailVerdict of(TrailHead known, List<TrailHead> told, TrailHead end) {
        if (end.row() < known.row()) {
            return APART;
        }
        boolean shown = told.stream().anyMatch(head -> head.row() == known.row());
        if (!shown) {
            return NOT_SHOWN;
        }
        if (!told.contains(known)) {
            return APART;
        }
        return end.row() == known.row() ? UNCHANGED : FITS;
    }
}
