package gatebook.ledger.feed;

import gatebook.wire.feed.Cursor;

/** How a snapshot ended. */
public sealed interface Snapshot {
    /** All was handed over; pulling goes on from the cursor, which is older than the first record. */
    record Sent(Cursor cursor) implements Snapshot {}

    /** Nothing was handed over: the cursor of the resumed snapshot belongs to another history. */
    record HistoryChanged(HistoryFault fault) implements Snapshot {}
}
