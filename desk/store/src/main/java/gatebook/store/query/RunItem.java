package gatebook.store.query;

import gatebook.store.sqlite.Session;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sync_runs} as people see it.
 *
 * @param outcome the seed's word; null while it is under way, or when it was cut off
 */
public record RunItem(
        long id,
        String trigger,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable String error,
        Counts counts) {
    private static final String NEWEST = """
            SELECT id, trigger_cause, started_at, ended_at, outcome, error_message, pushed, pulled, merged, conflicts,
                rejected, failed
            FROM sync_runs ORDER BY id DESC LIMIT ?""";

    /** How many operations went out and records came in, and what became of them. */
    public record Counts(long pushed, long pulled, long merged, long conflicts, long rejected, long failed) {}

    static List<RunItem> read(Session session, int limit) {
        return session.list(
                NEWEST,
                row -> new RunItem(
                        row.getLong(1),
                        row.getString(2),
                        Instant.parse(row.getString(3)),
                        Session.instant(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        new Counts(
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9),
                                row.getLong(10),
                                row.getLong(11),
                                row.getLong(12))),
                limit);
    }
}
