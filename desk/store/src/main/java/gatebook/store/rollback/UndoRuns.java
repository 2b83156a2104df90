package gatebook.store.rollback;

import gatebook.rules.undo.RunId;
import gatebook.store.sqlite.Session;
import java.time.Instant;
import java.util.Optional;

/** The table {@code sync_runs} where a run takes back another one. */
final class UndoRuns {
    private static final String EXISTS = "SELECT count(*) FROM sync_runs WHERE id = ?";

    private static final String CUT_OFF = """
            SELECT id FROM sync_runs WHERE undoes = ? AND ended_at IS NULL ORDER BY id DESC LIMIT 1""";

    private static final String BEGIN = """
            INSERT INTO sync_runs (trigger_cause, started_at, undoes) VALUES ('undo', ?, ?)""";

    private static final String COUNT = "UPDATE sync_runs SET restored = restored + ? WHERE id = ?";

    private static final String END = "UPDATE sync_runs SET ended_at = ?, outcome = 'completed' WHERE id = ?";

    private UndoRuns() {}

    static boolean exists(Session session, RunId run) {
        return session.number(EXISTS, run.number()) == 1;
    }

    /** An undo of this run that never came to its end: it goes on. */
    static Optional<RunId> cutOff(Session session, RunId undone) {
        return session.first(CUT_OFF, row -> new RunId(row.getLong(1)), undone.number());
    }

    static RunId begin(Session session, RunId undone, Instant now) {
        return new RunId(session.insert(BEGIN, now, undone.number()));
    }

    static void count(Session session, RunId undo, int records) {
        session.update(COUNT, records, undo.number());
    }

    static void end(Session session, RunId undo, Instant now) {
        session.update(END, now, undo.number());
    }
}
