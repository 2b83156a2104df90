package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.wire.feed.Cursor;

/** How far this desk has followed the cloud. */
public sealed interface Position {
    /** Nothing was ever fetched: a first load is due. */
    record Fresh() implements Position {}

    /** A first load was cut off; it goes on after a record. */
    record Loading(EntryId after, Cursor cursor) implements Position {}

    /** All changes up to the cursor are here. */
    record Following(Cursor cursor) implements Position {}
}
