package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncState;
import gatebook.store.record.SyncStatus;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code displaced_entries}: records that another one's vehicle number and entry time left no room for. */
final class DisplacedTable {
    private static final String ADD = """
            INSERT INTO displaced_entries (
                uuid, ticket_no, row_data, remote_id, remote_version, deleted_at, holder_uuid, reason, displaced_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String COLUMNS = """
            SELECT uuid, row_data, remote_id, remote_version, deleted_at FROM displaced_entries""";

    private static final String WAITING = COLUMNS + " WHERE reason = 'waiting' ORDER BY uuid";

    private static final String FIND = COLUMNS + " WHERE uuid = ? AND reason = 'waiting'";

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
                row.sync().remoteId(),
                row.sync().remoteVersion(),
                row.deletedAt(),
                holder.toString(),
                reason.text,
                now);
    }

    static List<EntryRow> waiting(Session session, Context context) {
        return session.list(WAITING, row -> read(row, context));
    }

    static Optional<EntryRow> find(Session session, EntryId id, Context context) {
        return session.first(FIND, row -> read(row, context), id.toString());
    }

    static void remove(Session session, EntryId id) {
        session.update(REMOVE, id.toString());
    }

    /** Only records that were one with the cloud wait here, so that the image is the base as well. */
    private static EntryRow read(java.sql.ResultSet row, Context context) throws java.sql.SQLException {
        String image = row.getString(2);
        long remoteId = row.getLong(3);
        @Nullable Long known = row.wasNull() ? null : remoteId;
        @Nullable Instant deletedAt = Session.instant(row.getString(5));
        EntryRow read = new EntryRow(
                context.entry(image),
                new SyncState(SyncStatus.SYNCED, known, row.getLong(4), context.now()),
                deletedAt,
                deletedAt == null ? image : null);
        if (!read.entry().id().equals(new EntryId(UUID.fromString(row.getString(1))))) {
            throw new IllegalStateException("a displaced row holds another record");
        }
        return read;
    }
}
