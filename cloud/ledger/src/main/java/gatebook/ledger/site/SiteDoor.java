package gatebook.ledger.site;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The one way to the rows of a site: a transaction in which row-level security shows that site's rows and no others, run
 * again as a whole where the database asks for that. Thread-safe.
 */
public final class SiteDoor {
    /** How often one piece of work is tried when the database breaks it off. */
    static final int TRIES_MAX = 4;

    /** Through the site's row, so that the setting is made on the node that holds the site. */
    private static final String ENTER = """
            select set_config('app.site', site_id::text, true) from sites where site_id = ?
            """;

    private final DataSource source;

    public SiteDoor(DataSource source) {
        this.source = source;
    }

    /** Work within a transaction. May run more than once, and then begins from nothing. */
    @FunctionalInterface
    public interface Step<T> {
        T in(SiteTransaction transaction) throws SQLException;
    }

    /** Runs a step for a site; for a site that does not exist every query is empty and every write refused. */
    public <T> T inside(SiteId site, Step<T> step) {
        return repeated(
                connection -> committed(connection, new SiteTransaction(connection, ENTER, site.value()), step));
    }

    /** Runs a step on the tables that know no site. */
    public <T> T outside(Step<T> step) {
        return repeated(connection -> committed(connection, new SiteTransaction(connection), step));
    }

    /** Reads with one statement of the tables that know no site: a transaction by itself, in one turn to the database. */
    public <T> T glance(Step<T> step) {
        return repeated(connection -> {
            connection.setAutoCommit(true);
            return step.in(new SiteTransaction(connection));
        });
    }

    /** Makes a transaction that began outside belong to a site. */
    public static void enter(SiteTransaction transaction, SiteId site) throws SQLException {
        transaction.row(ENTER, row -> row.getString(1), site.value());
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T repeated(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = source.getConnection()) {
                return work.on(connection);
            } catch (SQLException e) {
                Breakage breakage = Breakage.of(e);
                if (breakage == Breakage.BROKEN_OFF && attempt < TRIES_MAX) {
                    continue;
                }
                throw breakage == Breakage.FAULT
                        ? new IllegalStateException("the database refused: " + e.getMessage(), e)
                        : new Unavailable("the database cannot serve just now", e);
            }
        }
    }

    private static <T> T committed(Connection connection, SiteTransaction transaction, Step<T> step)
            throws SQLException {
        boolean done = false;
        try {
            T result = step.in(transaction);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done && !connection.isClosed()) {
                rollback(connection);
            }
        }
    }

    /** A rollback that fails means a lost connection: the server has rolled back by itself, and the first cause counts. */
    @SuppressWarnings("EmptyCatch")
    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
        }
    }
}
