package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.IdSource;
import gatebook.rules.merge.Policy;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.metadata.SitePolicy;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;
import gatebook.store.witness.Findings;
import gatebook.store.witness.Witness;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cloud's news on their way into the book. Each method is one transaction of the engine's turn. Thread-safe. */
public final class Inbox {
    /** Records between two looks at the gate. */
    private static final int LOOK_UP_EVERY = 16;

    private static final String ANY_KNOWN = "SELECT EXISTS (SELECT 1 FROM parking_entries WHERE remote_version > 0)";

    private final Database database;
    private final IdSource ids;

    public Inbox(Database database, IdSource ids) {
        this.database = database;
        this.ids = ids;
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
        SitePolicy.hear(session, page.policy(), marks.now());
        Context context = Context.of(session, ids, marks);
        Applying applying = new Applying(context);
        page.changes().forEach(applying::apply);
        applying.end();
        if (!page.more()) {
            new Displacement(context).returnAll();
            Metadata.remove(session, MetadataKey.SEEN);
        }
        Metadata.put(session, MetadataKey.CURSOR, page.cursor().token(), marks.now());
        Metadata.put(session, MetadataKey.HISTORY_ID, page.history().toString(), marks.now());
        Metadata.put(session, MetadataKey.LAST_PULL_AT, marks.now().toString(), marks.now());
        Witness.followed(session, page.cursor(), marks.now());
        if (page.past() != null) {
            Witness.hear(session, page.past(), found(marks));
        }
        return applying.tally();
    }

    /** Takes in what the cloud says of the past, where a page told it that is not applied. */
    public void hear(PastAnswer past, Marks marks) {
        database.write(Turn.ENGINE, session -> {
            Witness.hear(session, past, found(marks));
            return marks;
        });
    }

    private Findings.Found found(Marks marks) {
        return new Findings.Found(marks.now(), ids);
    }

    /** What to ask the cloud about the past, beside the next page. */
    public PastQuestion question() {
        return database.read(Witness::question);
    }

    /** An empty page with the cursor known already: only the time of the pull is noted, and what else it told. */
    public void nothingNew(@Nullable Policy told, Marks marks) {
        database.note(session -> {
            SitePolicy.hear(session, told, marks.now());
            Metadata.put(session, MetadataKey.LAST_PULL_AT, marks.now().toString(), marks.now());
            Metadata.remove(session, MetadataKey.SEEN);
            return marks;
        });
    }

    /**
     * What one transaction took of a stretch.
     *
     * @param records from its beginning; not all of it if somebody at the gate came to wait
     */
    public record Part(int records, Tally tally) {}

    /** Applies a stretch of a first load, or its beginning, and notes where it goes on if it is cut off. */
    public Part load(List<Change> stretch, Cursor cursor, Marks marks) {
        return database.write(Turn.ENGINE, session -> {
            Applying applying = new Applying(Context.of(session, ids, marks));
            int taken = 0;
            while (taken < stretch.size()
                    && (taken % LOOK_UP_EVERY != LOOK_UP_EVERY - 1 || !database.isGateWaiting())) {
                applying.apply(stretch.get(taken++));
            }
            applying.end();
            if (taken > 0) {
                String after = stretch.get(taken - 1).record().toString();
                Metadata.put(session, MetadataKey.SNAPSHOT_AFTER, after, marks.now());
                Metadata.put(session, MetadataKey.SNAPSHOT_CURSOR, cursor.token(), marks.now());
            }
            return new Part(taken, applying.tally());
        });
    }

    /** The first load is whole: from now on the desk follows the changes after {@code cursor}. */
    public void loaded(Cursor cursor, Marks marks) {
        database.write(Turn.ENGINE, session -> {
            Metadata.put(session, MetadataKey.CURSOR, cursor.token(), marks.now());
            Witness.followed(session, cursor, marks.now());
            Metadata.put(session, MetadataKey.LAST_PULL_AT, marks.now().toString(), marks.now());
            Metadata.remove(session, MetadataKey.SNAPSHOT_AFTER);
            Metadata.remove(session, MetadataKey.SNAPSHOT_CURSOR);
            return cursor;
        });
    }

    /**
     * The cloud's history is another one than this desk followed: everything is compared anew, or fetched where nothing was
     * ever followed.
     *
     * @param why what became of the history, in words
     */
    public void startOver(Past past, String why, Marks marks) {
        database.write(Turn.ENGINE, session -> {
            if (session.number(ANY_KNOWN) == 1) {
                Metadata.put(session, MetadataKey.HEALING, marks.now().toString(), marks.now());
                switch (past) {
                    case LOST -> Witness.cloudLost(session, why, found(marks));
                    case REWRITTEN -> Witness.cloudRewritten(session, why, found(marks));
                }
            }
            Witness.startedOver(session);
            Metadata.remove(session, MetadataKey.SEEN);
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

    /** Where the cloud's order was seen to end, beyond what this desk has followed; empty if it has followed it all. */
    public Optional<Cursor> seen() {
        return database.read(session -> Metadata.get(session, MetadataKey.SEEN)).map(Cursor::new);
    }

    /** What became of the history that this desk followed. */
    public enum Past {
        /** Its end is gone, or it is another one: a restore or a failover. */
        LOST,
        /** It was altered in its place. */
        REWRITTEN
    }

    private static Position position(Session session) {
        if (Metadata.get(session, MetadataKey.HEALING).isPresent()) {
            return new Position.Parted();
        }
        Optional<String> cursor = Metadata.get(session, MetadataKey.CURSOR);
        if (cursor.isPresent()) {
            Cursor at = new Cursor(cursor.get());
            return Metadata.get(session, MetadataKey.SEEN).isPresent()
                    ? new Position.Behind(at)
                    : new Position.Following(at);
        }
        Optional<EntryId> after =
                Metadata.get(session, MetadataKey.SNAPSHOT_AFTER).flatMap(EntryId::parse);
        Optional<String> start = Metadata.get(session, MetadataKey.SNAPSHOT_CURSOR);
        return after.isPresent() && start.isPresent()
                ? new Position.Loading(after.get(), new Cursor(start.get()))
                : new Position.Fresh();
    }
}
