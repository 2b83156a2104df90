package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncState;
import gatebook.store.record.SyncStatus;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code displaced_entries}: records that another one's vehicle number and entry time left no room for. */
final class DisplacedTable {
    private static final String ADD = """
            INSERT INTO displaced_entries (
                uuid, ticket_no, row_data, sync_status, remote_id, remote_version, last_sync_at, deleted_at, base_data,
                holder_uuid, reason, displaced_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String COLUMNS = """
            SELECT uuid, row_data, sync_status, remote_id, remote_version, last_sync_at, deleted_at, base_data
            FROM displaced_entries""";

    private static final String WAITING = COLUMNS + " WHERE reason = 'waiting' ORDER BY uuid";

    private static final String FIND = COLUMNS + " WHERE uuid = ? AND reason = 'waiting'";

    private static final String JOINED = COLUMNS + " WHERE uuid = ? AND reason = 'joined'";

    private static final String HOLDER_OF_JOINED = """
            SELECT holder_uuid FROM displaced_entries WHERE uuid = ? AND reason = 'joined'""";

    private static final String ANY = "SELECT EXISTS (SELECT 1 FROM displaced_entries)";

    private static final String REMOVE = "DELETE FROM displaced_entries WHERE uuid = ?";

    private DisplacedTable() {}

    /** Why a record has no room. */
    enum Reason {
        /** Both were the same visit: the holder stands for both from now on. */
        JOINED("joined"),
        /** A newer image of one of the two is on its way. */
        WAITING("waiting");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    static void add(Session session, EntryRow row, EntryId holder, Reason reason, Instant now) {
        session.update(
                ADD,
                row.entry().id().toString(),
                row.entry().ticket().number().text(),
                EntryJson.encode(row.entry()),
                row.sync().status().text(),
                row.sync().remoteId(),
                row.sync().remoteVersion(),
                row.sync().lastSyncAt(),
                row.deletedAt(),
                row.baseData(),
                holder.toString(),
                reason.text,
                now);
    }

    static boolean isEmpty(Session session) {
        return session.number(ANY) == 0;
    }

    static List<EntryRow> waiting(Session session, Context context) {
        return session.list(WAITING, row -> read(row, context));
    }

    static Optional<EntryRow> find(Session session, EntryId id, Context context) {
        return session.first(FIND, row -> read(row, context), id.toString());
    }

    /** What was joined into another, as it stood then. */
    static Optional<EntryRow> joined(Session session, EntryId id, Context context) {
        return session.first(JOINED, row -> read(row, context), id.toString());
    }

    /** The record into which another one was joined, and to which its ticket leads. */
    static Optional<EntryId> holderOfJoined(Session session, EntryId id) {
        return session.first(HOLDER_OF_JOINED, row -> new EntryId(UUID.fromString(row.getString(1))), id.toString());
    }

    static void remove(Session session, EntryId id) {
        session.update(REMOVE, id.toString());
    }

    private static EntryRow read(ResultSet row, Context context) throws SQLException {
        long remoteId = row.getLong(4);
        @Nullable Long known = row.wasNull() ? null : remoteId;
        EntryRow read = new EntryRow(
                context.entry(row.getString(2)),
                new SyncState(
                        SyncStatus.of(row.getString(3)), known, row.getLong(5), Session.instant(row.getString(6))),
                Session.instant(row.getString(7)),
                row.getString(8));
        if (!read.entry().id().equals(new EntryId(UUID.fromString(row.getString(1))))) {
            throw new IllegalStateException("a displaced row holds another record");
        }
        return read;
    }
}
