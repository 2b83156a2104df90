package gatebook.store.witness;

import gatebook.store.sqlite.Session;
import gatebook.wire.feed.Cursor;
import java.time.Instant;
import java.util.List;

/**
 * The table {@code cloud_checkpoints}: cursors that this desk has followed. The newest are all kept, of the older ones every
 * second, every fourth and so on, so that a million take a few hundred rows and the whole past stays covered.
 */
final class Checkpoints {
    /** Of each distance so many are kept. */
    private static final int KEPT_OF_EACH = 16;

    private static final String ADD = """
            INSERT INTO cloud_checkpoints (cursor, noted_at) VALUES (?, ?) ON CONFLICT (cursor) DO NOTHING""";

    private static final String NEWEST = "SELECT coalesce(max(id), 0) FROM cloud_checkpoints";

    private static final String DROP = "DELETE FROM cloud_checkpoints WHERE id = ?";

    private static final String DROP_CURSOR = "DELETE FROM cloud_checkpoints WHERE cursor = ?";

    private static final String DROP_ALL = "DELETE FROM cloud_checkpoints";

    private static final String TO_CONFIRM = """
            SELECT cursor FROM cloud_checkpoints ORDER BY confirmed_at IS NOT NULL, confirmed_at, id LIMIT ?""";

    private static final String CONFIRMED = "UPDATE cloud_checkpoints SET confirmed_at = ? WHERE cursor = ?";

    private Checkpoints() {}

    static void add(Session session, Cursor cursor, Instant now) {
        if (session.update(ADD, cursor.token(), now) == 0) {
            return;
        }
        long newest = session.number(NEWEST);
        for (long step = 1; newest - KEPT_OF_EACH * step > 0; step *= 2) {
            long leaving = newest - KEPT_OF_EACH * step;
            if (leaving / step % 2 == 1 && leaving % step == 0) {
                session.update(DROP, leaving);
            }
        }
    }

    /** Those that were not confirmed for the longest time. */
    static List<Cursor> toConfirm(Session session, int limit) {
        return session.list(TO_CONFIRM, row -> new Cursor(row.getString(1)), limit);
    }

    static void confirmed(Session session, List<Cursor> cursors, Instant now) {
        cursors.forEach(cursor -> session.update(CONFIRMED, now, cursor.token()));
    }

    static void drop(Session session, List<Cursor> cursors) {
        cursors.forEach(cursor -> session.update(DROP_CURSOR, cursor.token()));
    }

    /** None of them says anything any more. */
    static void dropAll(Session session) {
        session.update(DROP_ALL);
    }
}
