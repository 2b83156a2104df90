package gatebook.store.query;

import gatebook.store.sqlite.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits, in numbers.
 *
 * @param pending operations that have no verdict of the cloud yet, those under way included
 * @param oldestPendingAt when the oldest of them was made; null when nothing waits
 */
public record SyncCounts(
        long pending, long failed, long conflicts, @Nullable Instant oldestPendingAt) {
    private static final String PENDING = """
            SELECT (SELECT count(*) FROM sync_queue WHERE status = 'pending')
                 + (SELECT count(*) FROM sync_queue WHERE status = 'processing')""";

    private static final String FAILED = "SELECT count(*) FROM sync_queue WHERE status = 'failed'";

    private static final String CONFLICTS = "SELECT count(*) FROM sync_conflicts WHERE resolved_at IS NULL";

    private static final String OLDEST = """
            SELECT created_at FROM (
                SELECT created_at FROM sync_queue WHERE status = 'pending'
                UNION ALL SELECT created_at FROM sync_queue WHERE status = 'processing')
            ORDER BY created_at LIMIT 1""";

    private static final String WAITS_UP_TO = """
            SELECT EXISTS (SELECT 1 FROM sync_queue WHERE status = 'pending' AND id <= ?)
                OR EXISTS (SELECT 1 FROM sync_queue WHERE status = 'processing' AND id <= ?)""";

    private static final String REFUSED_BESIDE = """
            SELECT count(*) FROM sync_queue q WHERE q.status = 'failed' AND NOT EXISTS (
                SELECT 1 FROM sync_conflicts c WHERE c.record_uuid = q.record_uuid AND c.resolved_at IS NULL)""";

    static long matters(Session session) {
        return session.number(CONFLICTS) + session.number(REFUSED_BESIDE);
    }

    static long newestOperation(Session session) {
        return session.number("SELECT max(id) FROM sync_queue");
    }

    static boolean isSettledUpTo(Session session, long operation) {
        return session.number(WAITS_UP_TO, operation, operation) == 0;
    }

    static SyncCounts read(Session session) {
        return new SyncCounts(
                session.number(PENDING),
                session.number(FAILED),
                session.number(CONFLICTS),
                session.first(OLDEST, row -> Instant.parse(row.getString(1))).orElse(null));
    }
}
