package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.IdSource;
import gatebook.rules.merge.Policy;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.SyncStatus;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The cloud's news on their way into the book. Each method is one transaction of the engine's turn. Thread-safe. */
public final class Inbox {
    private final Database database;
    private final IdSource ids;
    private final Policy policy;

    public Inbox(Database database, IdSource ids, Policy policy) {
        this.database = database;
        this.ids = ids;
        this.policy = policy;
    }

    /** How far this desk has followed the cloud. */
    public Position position() {
        return database.read(Inbox::position);
    }

    /** Applies a page and moves the cursor past it, both or neither. What is known already is passed over. */
    public Tally apply(ChangesPage page, Marks marks) {
        return database.write(Turn.ENGINE, session -> apply(session, page, marks));
    }

    /** As the other, within a transaction of the caller's. */
    Tally apply(Session session, ChangesPage page, Marks marks) {
        Context context = Context.of(session, policy, ids, marks);
        Tally tally = applyAll(context, page.changes());
        if (!page.more()) {
            new Displacement(context).returnAll();
        }
        Metadata.put(session, MetadataKey.CURSOR, page.cursor().token(), marks.now());
        Metadata.put(session, MetadataKey.HISTORY_ID, page.history().toString(), marks.now());
        Metadata.put(session, MetadataKey.LAST_PULL_AT, marks.now().toString(), marks.now());
        return tally;
    }

    /** An empty page with the cursor known already: only the time of the pull is noted. */
    public void nothingNew(Marks marks) {
        database.write(Turn.ENGINE, session -> {
            Metadata.put(session, MetadataKey.LAST_PULL_AT, marks.now().toString(), marks.now());
            return marks;
        });
    }

    /** Applies a stretch of a first load, and notes where it goes on if it is cut off. */
    public Tally load(List<Change> stretch, Cursor cursor, Marks marks) {
        return database.write(Turn.ENGINE, session -> {
            Tally tally = applyAll(Context.of(session, policy, ids, marks), stretch);
            if (!stretch.isEmpty()) {
                String after = stretch.getLast().record().toString();
                Metadata.put(session, MetadataKey.SNAPSHOT_AFTER, after, marks.now());
                Metadata.put(session, MetadataKey.SNAPSHOT_CURSOR, cursor.token(), marks.now());
            }
            return tally;
        });
    }

    /** The first load is whole: from now on the desk follows the changes after {@code cursor}. */
    public void loaded(Cursor cursor, Marks marks) {
        database.write(Turn.ENGINE, session -> {
            Metadata.put(session, MetadataKey.CURSOR, cursor.token(), marks.now());
            Metadata.put(session, MetadataKey.LAST_PULL_AT, marks.now().toString(), marks.now());
            Metadata.remove(session, MetadataKey.SNAPSHOT_AFTER);
            Metadata.remove(session, MetadataKey.SNAPSHOT_CURSOR);
            return cursor;
        });
    }

    /** The cloud's history is another one than this desk followed: everything is fetched and compared anew. */
    public void startOver(Marks marks) {
        database.write(Turn.ENGINE, session -> {
            Metadata.remove(session, MetadataKey.CURSOR);
            Metadata.remove(session, MetadataKey.HISTORY_ID);
            Metadata.remove(session, MetadataKey.SNAPSHOT_AFTER);
            Metadata.remove(session, MetadataKey.SNAPSHOT_CURSOR);
            return marks;
        });
    }

    /** The life of the cloud's records that this desk follows, if it has followed one. */
    public Optional<HistoryId> history() {
        return database.read(session -> Metadata.get(session, MetadataKey.HISTORY_ID))
                .map(text -> new HistoryId(UUID.fromString(text)));
    }

    private static Position position(Session session) {
        Optional<String> cursor = Metadata.get(session, MetadataKey.CURSOR);
        if (cursor.isPresent()) {
            return new Position.Following(new Cursor(cursor.get()));
        }
        Optional<EntryId> after =
                Metadata.get(session, MetadataKey.SNAPSHOT_AFTER).flatMap(EntryId::parse);
        Optional<String> start = Metadata.get(session, MetadataKey.SNAPSHOT_CURSOR);
        return after.isPresent() && start.isPresent()
                ? new Position.Loading(after.get(), new Cursor(start.get()))
                : new Position.Fresh();
    }

    private static Tally applyAll(Context context, List<Change> changes) {
        Displacement displacement = new Displacement(context);
        Tally tally = Tally.NONE;
        for (Change change : changes) {
            tally = tally.plus(apply(context, displacement, change));
        }
        if (!changes.isEmpty()) {
            displacement.returnWaiting();
        }
        return tally;
    }

    private static Tally apply(Context context, Displacement displacement, Change change) {
        Optional<EntryRow> found = EntryTable.find(
                context.session(), change.record(), context.desk().currency());
        if (found.isEmpty()) {
            return applyToAbsent(context, displacement, change);
        }
        EntryRow row = found.get();
        if (change.version() <= row.sync().remoteVersion()) {
            return Tally.NONE;
        }
        return takeIn(context, displacement, row, change);
    }

    private static Tally takeIn(Context context, Displacement displacement, EntryRow row, Change change) {
        if (row.sync().status() == SyncStatus.SYNCED) {
            displacement.writeComing(row, taken(context, row, change));
            return Tally.PULLED;
        }
        return new Reconciliation(context).reconcile(row, new Reconciliation.Remote(change.version(), change.image()));
    }

    private static Tally applyToAbsent(Context context, Displacement displacement, Change change) {
        Optional<EntryRow> displaced = DisplacedTable.find(context.session(), change.record(), context);
        if (displaced.isPresent()) {
            EntryRow row = displaced.get();
            if (change.version() <= row.sync().remoteVersion()) {
                return Tally.NONE;
            }
            DisplacedTable.remove(context.session(), change.record());
            return takeIn(context, displacement, row, change);
        }
        Entry entry = change.entry();
        if (change.life() == Change.Life.VOIDED || entry == null) {
            // A record that came and went while this desk was away was never in its book, and need not be.
            return Tally.NONE;
        }
        // What was joined into another lives on its own again, if the cloud says so.
        DisplacedTable.remove(context.session(), change.record());
        displacement.writeComing(null, displacement.fromCloud(entry, change.version()));
        return Tally.PULLED;
    }

    private static EntryRow taken(Context context, EntryRow row, Change change) {
        Entry entry = change.entry();
        var sync = row.sync().with(SyncStatus.SYNCED).seen(change.version(), context.now());
        if (change.life() == Change.Life.VOIDED || entry == null) {
            return new EntryRow(row.entry(), sync, context.now(), null);
        }
        return new EntryRow(entry, sync, null, EntryJson.encode(entry));
    }
}
