package gatebook.store.query;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sync_queue} as people see it.
 *
 * @param data the record's image as JSON, frozen when the operation was made
 * @param baseVersion the cloud's version that it builds on; null until the first attempt
 * @param attempts how it fared so far
 */
public record QueueItem(
        long id,
        OpId opId,
        OperationKind kind,
        EntryId record,
        String data,
        Status status,
        Instant madeAt,
        String actor,
        @Nullable Long baseVersion,
        Attempts attempts) {
    private static final String SELECT = """
            SELECT id, op_id, operation, record_uuid, data, status, created_at, actor, base_version, retry_count,
                max_retries, scheduled_at, last_attempt_at, error_message, completed_at
            FROM sync_queue""";

    private static final String NEWEST = " ORDER BY id DESC LIMIT ?";

    /** The seed's statuses of a queued operation. */
    public enum Status {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED,
        CANCELLED;

        /** The form in the store. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The tries to send an operation.
     *
     * @param retries how often the cloud rejected it
     * @param nextAt not before then it is tried again
     */
    public record Attempts(
            int retries,
            int retriesMax,
            Instant nextAt,
            @Nullable Instant lastAt,
            @Nullable String error,
            @Nullable Instant completedAt) {}

    /** The status stands in the text, so that its partial index is used. */
    static List<QueueItem> read(Session session, @Nullable Status status, int limit) {
        String where = status == null ? "" : " WHERE status = '" + status.text() + "'";
        return session.list(SELECT + where + NEWEST, QueueItem::read, limit);
    }

    private static QueueItem read(ResultSet row) throws SQLException {
        long base = row.getLong(9);
        boolean noBase = row.wasNull();
        return new QueueItem(
                row.getLong(1),
                new OpId(UUID.fromString(row.getString(2))),
                OperationKind.valueOf(row.getString(3)),
                new EntryId(UUID.fromString(row.getString(4))),
                row.getString(5),
                Status.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                Instant.parse(row.getString(7)),
                row.getString(8),
                noBase ? null : base,
                new Attempts(
                        row.getInt(10),
                        row.getInt(11),
                        Instant.parse(row.getString(12)),
                        Session.instant(row.getString(13)),
                        row.getString(14),
                        Session.instant(row.getString(15))));
    }
}
