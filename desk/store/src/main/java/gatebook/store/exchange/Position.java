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

    /** As {@link Following}, but the cloud's order was seen to end further on: what is there is fetched before anything is sent. */
    record Behind(Cursor cursor) implements Position {}

    /** The cloud's history is another one than this desk followed: both sides are compared before anything is sent. */
    record Parted() implements Position {}
}
