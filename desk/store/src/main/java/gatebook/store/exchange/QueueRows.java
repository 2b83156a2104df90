package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code sync_queue} on its way out; rows are added by the recorder alone. */
final class QueueRows {
    private static final String COLUMNS = """
            q.id, q.op_id, q.operation, q.record_uuid, q.data, q.created_at, q.actor, q.base_version, q.retry_count,
            q.max_retries, q.last_attempt_at, q.error_message""";

    /**
     * The first open row of each lane, if it is due. A row never attempted is due whatever the clock says, and a retry set
     * absurdly far ahead was set by a clock that has gone back since. Nothing goes of a record that waits for a decision,
     * or aside for its own newer image.
     */
    private static final String IS_DUE = "SELECT " + COLUMNS + """
            , coalesce(e.remote_version, 0),
              EXISTS (
                SELECT 1 FROM sync_queue n
                WHERE n.lane = q.lane AND n.id > q.id AND n.status IN ('pending', 'processing', 'failed'))
            FROM sync_queue q LEFT JOIN parking_entries e ON e.uuid = q.record_uuid
            WHERE q.status = 'pending'
              AND (q.last_attempt_at IS NULL OR q.scheduled_at <= ? OR q.scheduled_at > ?)
              AND NOT EXISTS (
                SELECT 1 FROM sync_queue p
                WHERE p.lane = q.lane AND p.id < q.id AND p.status IN ('pending', 'processing', 'failed'))
              AND e.sync_status IS NOT 'conflict'
              AND NOT EXISTS (
                SELECT 1 FROM displaced_entries d
                WHERE d.uuid = q.record_uuid AND d.reason = 'waiting' AND d.base_data IS NOT NULL)
            """;

    private static final String DUE = IS_DUE + " ORDER BY q.priority DESC, q.id LIMIT ?";

    private static final String DUE_OF_LANE = IS_DUE + " AND q.lane = ? ORDER BY q.id LIMIT 1";

    private static final String WAITING = "SELECT count(*) FROM sync_queue WHERE status = 'pending'";

    private static final String ANY_WAITING = "SELECT EXISTS (SELECT 1 FROM sync_queue WHERE status = 'pending')";

    private static final String OPEN_IN_LANE = "SELECT " + COLUMNS + """

            FROM sync_queue q
            WHERE q.lane = ? AND q.status IN ('pending', 'processing', 'failed')
            ORDER BY q.id""";

    private static final String UNDER_WAY = "SELECT " + COLUMNS + """

            FROM sync_queue q
            WHERE q.op_id = ? AND q.status = 'processing'""";

    private static final String TAKE = """
            UPDATE sync_queue SET status = 'processing', last_attempt_at = ?, error_message = NULL, base_version = ?
            WHERE id = ?""";

    private static final String MAKE_DUE = """
            UPDATE sync_queue SET scheduled_at = ? WHERE status = 'pending' AND scheduled_at > ?""";

    private static final String MAKE_DUE_OF_LANE = MAKE_DUE + " AND lane = ?";

    private static final String BECOME = "UPDATE sync_queue SET operation = ? WHERE id = ?";

    private static final String FIX_BASE = "UPDATE sync_queue SET base_version = ? WHERE op_id = ?";

    private static final String COMPLETE_UNDER_WAY = """
            UPDATE sync_queue SET status = 'completed', completed_at = ? WHERE op_id = ? AND status = 'processing'""";

    private static final String CANCEL = """
            UPDATE sync_queue SET status = 'cancelled', completed_at = ?, superseded_by = ?, error_message = ?
            WHERE id = ?""";

    private static final String REJECT = """
            UPDATE sync_queue SET status = ?, retry_count = ?, scheduled_at = ?, error_message = ? WHERE id = ?""";

    private static final String WITHOUT_EFFECT = "UPDATE sync_queue SET error_message = ? WHERE id = ?";

    private static final String POSTPONE = """
            UPDATE sync_queue SET status = 'pending', scheduled_at = ? WHERE id = ?""";

    private static final String RELEASE = """
            UPDATE sync_queue SET status = 'pending' WHERE status = 'processing'""";

    private static final String RELEASE_ONE = """
            UPDATE sync_queue SET status = 'pending' WHERE op_id = ? AND status = 'processing'""";

    private static final String PURGE = """
            DELETE FROM sync_queue WHERE id IN (
                SELECT id FROM sync_queue
                WHERE status IN ('completed', 'cancelled') AND completed_at < ? ORDER BY completed_at LIMIT ?)""";

    private QueueRows() {}

    /**
     * The first open row of a lane.
     *
     * @param remoteVersion the cloud's version of its record, as far as this desk knows
     * @param isFollowed whether more of its lane is open
     */
    record Head(QueueRow row, long remoteVersion, boolean isFollowed) {}

    static List<Head> due(Session session, Instant now, Instant absurd, int limit) {
        return session.list(DUE, QueueRows::head, now, absurd, limit);
    }

    static List<Head> dueOf(Session session, EntryId lane, Instant now, Instant absurd) {
        return session.list(DUE_OF_LANE, QueueRows::head, now, absurd, lane.toString());
    }

    static long newest(Session session) {
        return session.number("SELECT max(id) FROM sync_queue");
    }

    static boolean isAnyWaiting(Session session) {
        return session.number(ANY_WAITING) == 1;
    }

    static long waiting(Session session) {
        return session.number(WAITING);
    }

    static List<QueueRow> openInLane(Session session, EntryId lane) {
        return session.list(OPEN_IN_LANE, QueueRows::read, lane.toString());
    }

    static Optional<QueueRow> underWay(Session session, OpId opId) {
        return session.first(UNDER_WAY, QueueRows::read, opId.toString());
    }

    /** What waits for a retry waits no longer. */
    static void makeDue(Session session, Instant now) {
        session.update(MAKE_DUE, now, now);
    }

    static void makeDueOf(Session session, EntryId lane, Instant now) {
        session.update(MAKE_DUE_OF_LANE, now, now, lane.toString());
    }

    /** Marks the row as being sent on this version of its record. */
    static void take(Session session, QueueRow row, long baseVersion, Instant now) {
        session.update(TAKE, now, baseVersion, row.id());
    }

    /** Gives a row that was never attempted another kind, as the rows folded into it demand. */
    static void become(Session session, QueueRow row, OperationKind kind) {
        session.update(BECOME, kind.name(), row.id());
    }

    /** Completes the row under way with this id; false, with nothing changed, if there is none. */
    static boolean completeUnderWay(Session session, OpId opId, Instant now) {
        return session.update(COMPLETE_UNDER_WAY, now, opId.toString()) == 1;
    }

    /** Ends a row whose effect is nil or carried by another one. */
    static void cancel(Session session, QueueRow row, @Nullable OpId supersededBy, String why, Instant now) {
        session.update(CANCEL, now, supersededBy == null ? null : supersededBy.toString(), why, row.id());
    }

    /**
     * Ends what is open of a record and known to have no effect at the cloud. What was sent without an answer stays: the
     * cloud may have it, and its answer will tell.
     *
     * @return whether something stays
     */
    static boolean cancelUnsent(Session session, EntryId record, @Nullable OpId supersededBy, String why, Instant now) {
        boolean stays = false;
        for (QueueRow open : openInLane(session, record)) {
            if (open.attempt() == QueueRow.Attempt.UNKNOWN) {
                stays = true;
            } else {
                cancel(session, open, supersededBy, why, now);
            }
        }
        return stays;
    }

    /** The cloud answered that the row has no effect there; who decides what becomes of it ends it. */
    static void noteNoEffect(Session session, QueueRow row, String why) {
        session.update(WITHOUT_EFFECT, why, row.id());
    }

    /** Ends all that is open of a record, sent or not: what was sent was lost with the history that it was sent to. */
    static void cancelOpen(Session session, EntryId record, @Nullable OpId supersededBy, String why, Instant now) {
        openInLane(session, record).forEach(open -> cancel(session, open, supersededBy, why, now));
    }

    /**
     * Gives a row its base: one that was never sent goes as it is then and is folded into no other; one that was refused goes
     * on top of this version next time.
     */
    static void fixBase(Session session, OpId opId, long baseVersion) {
        session.update(FIX_BASE, baseVersion, opId.toString());
    }

    static void retryAt(Session session, QueueRow row, String why, Instant at) {
        session.update(REJECT, "pending", row.retryCount() + 1, at, why, row.id());
    }

    static void fail(Session session, QueueRow row, String why, Instant now) {
        session.update(REJECT, "failed", row.retryCount() + 1, now, why, row.id());
    }

    static void postpone(Session session, QueueRow row, Instant until) {
        session.update(POSTPONE, until, row.id());
    }

    /** What was being sent waits again, with the same ids; how many rows. */
    static int releaseAll(Session session) {
        return session.update(RELEASE);
    }

    static int release(Session session, OpId opId) {
        return session.update(RELEASE_ONE, opId.toString());
    }

    /** Drops rows that ended long ago, sent or carried by others; how many, at most {@code limit}. */
    static int purge(Session session, Instant completedBefore, int limit) {
        return session.update(PURGE, completedBefore, limit);
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(read(row), row.getLong(13), row.getBoolean(14));
    }

    private static QueueRow read(ResultSet row) throws SQLException {
        long baseVersion = row.getLong(8);
        boolean notYet = row.wasNull();
        return new QueueRow(
                row.getLong(1),
                new OpId(UUID.fromString(row.getString(2))),
                OperationKind.valueOf(row.getString(3)),
                new EntryId(UUID.fromString(row.getString(4))),
                row.getString(5),
                Session.time(row.getString(6)),
                row.getString(7),
                notYet ? null : baseVersion,
                row.getInt(9),
                row.getInt(10),
                attempt(row.getString(11), row.getString(12)));
    }

    private static QueueRow.Attempt attempt(@Nullable String lastAttemptAt, @Nullable String errorMessage) {
        if (lastAttemptAt == null) {
            return QueueRow.Attempt.NEVER;
        }
        return errorMessage == null ? QueueRow.Attempt.UNKNOWN : QueueRow.Attempt.REJECTED;
    }
}
