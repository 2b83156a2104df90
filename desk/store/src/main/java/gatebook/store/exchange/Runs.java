package gatebook.store.exchange;

import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table {@code sync_runs}: one row for each run that did something or was asked for. Thread-safe. */
public final class Runs {
    private static final String BEGIN = """
            INSERT INTO sync_runs (trigger_cause, started_at, cursor_before) VALUES (?, ?, ?)""";

    private static final String END = """
            UPDATE sync_runs SET
                ended_at = ?, pushed = ?, pulled = ?, merged = ?, conflicts = ?, rejected = ?, failed = ?,
                cursor_after = ?, outcome = ?, error_message = ?
            WHERE id = ?""";

    private final Database database;

    public Runs(Database database) {
        this.database = database;
    }

    /** What set a run going. */
    public enum Trigger {
        BACKGROUND,
        MANUAL,
        FULL,
        ENTRY;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a run ended. */
    public enum RunOutcome {
        /** All that was due went out and came in. */
        COMPLETED,
        /** The cloud was not reached. */
        OFFLINE,
        /** It broke off on the way; what was done stays done. */
        PARTIAL,
        /** The cloud refused this desk. */
        REFUSED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Begins a run; its number. What the run does afterwards takes this to the disk as well. */
    public long begin(Trigger trigger, Instant now) {
        return database.note(session -> session.insert(BEGIN, trigger.text(), now, cursor(session)));
    }

    /** Ends a run. */
    public void end(long run, Tally tally, RunOutcome outcome, @Nullable String error, Instant now) {
        database.write(
                Turn.ENGINE,
                session -> session.update(
                        END,
                        now,
                        tally.pushed(),
                        tally.pulled(),
                        tally.merged(),
                        tally.conflicts(),
                        tally.rejected(),
                        tally.failed(),
                        cursor(session),
                        outcome.text(),
                        error,
                        run));
    }

    private static @Nullable String cursor(Session session) {
        return Metadata.get(session, MetadataKey.CURSOR).orElse(null);
    }
}
