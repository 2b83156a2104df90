package gatebook.ledger.feed;

/**
 * Why a cursor does not lie in a site's history.
 *
 * @param detail for a person
 */
public record HistoryFault(Kind kind, String detail) {
    /** What became of what the cursor saw. */
    public enum Kind {
        /** It is not there: the cloud was restored or failed over, or the cursor is another site's or nobody's. */
        LOST,
        /** Something else stands there, from before the cursor was given out: the past was rewritten in its place. */
        REWRITTEN
    }

    static HistoryFault lost(String detail) {
        return new HistoryFault(Kind.LOST, detail);
    }
}
