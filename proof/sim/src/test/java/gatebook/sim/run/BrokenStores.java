package gatebook.sim.run;

import gatebook.sim.site.Make;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The shipped store on a database that runs another statement in the place of one. */
final class BrokenStores {
    private BrokenStores() {}

    static Map<String, Make> all() {
        return Map.of(
                "commits nothing", altered("COMMIT", sql -> "ROLLBACK"),
                "writes no audit row", altered("INSERT INTO audit_log", BrokenStores::nothing),
                "queues nothing", altered("INSERT INTO sync_queue", BrokenStores::nothing),
                "does not mark what it sends",
                        altered("UPDATE sync_queue SET status = 'processing'", BrokenStores::nothing),
                "does not mark what is done",
                        altered("UPDATE sync_queue SET status = 'completed'", BrokenStores::nothing),
                "keeps no conflict", altered("INSERT INTO sync_conflicts", BrokenStores::nothing),
                "settles no conflict", altered("UPDATE sync_conflicts", BrokenStores::nothing),
                "releases nothing",
                        altered(
                                "UPDATE sync_queue SET status = 'pending' WHERE status = 'processing'",
                                BrokenStores::nothing));
    }

    private static Make altered(String beginning, UnaryOperator<String> other) {
        return Make.HONEST.withStatement(sql -> words(sql).startsWith(beginning) ? other.apply(sql) : sql);
    }

    private static String words(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }

    /** A statement with as many places for values that changes nothing. */
    private static String nothing(String sql) {
        long places = sql.chars().filter(sign -> sign == '?').count();
        return "DELETE FROM search_progress WHERE 0" + " AND ? IS NULL".repeat((int) places);
    }
}
