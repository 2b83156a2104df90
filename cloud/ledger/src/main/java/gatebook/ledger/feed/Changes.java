package gatebook.ledger.feed;

import gatebook.wire.feed.ChangesPage;

/** What a desk that pulls is given. */
public sealed interface Changes {
    /** The next stretch; empty when there is nothing new. */
    record Page(ChangesPage.Stored page) implements Changes {}

    /**
     * The cursor belongs to another history than this site now has: the cloud was restored or forked, its past was
     * rewritten, or the cursor is another site's or nobody's.
     */
    record HistoryChanged(HistoryFault fault) implements Changes {}
}
