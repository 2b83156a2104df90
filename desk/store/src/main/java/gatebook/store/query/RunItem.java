package gatebook.store.query;

import gatebook.store.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
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
        Counts counts,
        Undoing undoing) {
    private static final String NEWEST = """
            SELECT id, trigger_cause, started_at, ended_at, outcome, error_message, pushed, pulled, merged, conflicts,
                rejected, failed, undoes, restored,
                (SELECT group_concat(u.id) FROM sync_runs u WHERE u.undoes = r.id)
            FROM sync_runs r ORDER BY id DESC LIMIT ?""";

    /** How many operations went out and records came in, and what became of them. */
    public record Counts(long pushed, long pulled, long merged, long conflicts, long rejected, long failed) {}

    /**
     * How runs take each other back.
     *
     * @param undoes the run that this one took back; null if it is no undo
     * @param restored how many records it changed for that
     * @param undoneBy the runs that took this one back, oldest first; an undo may have been undone since
     */
    public record Undoing(@Nullable Long undoes, long restored, List<Long> undoneBy) {
        public Undoing {
            undoneBy = List.copyOf(undoneBy);
        }
    }

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
                                row.getLong(12)),
                        undoing(row)),
                limit);
    }

    private static Undoing undoing(ResultSet row) throws SQLException {
        long run = row.getLong(13);
        @Nullable Long undoes = row.wasNull() ? null : run;
        String undoneBy = row.getString(15);
        return new Undoing(
                undoes,
                row.getLong(14),
                undoneBy == null
                        ? List.of()
                        : Arrays.stream(undoneBy.split(","))
                                .map(Long::valueOf)
                                .sorted()
                                .toList());
    }
}
