package gatebook.sim.cloud;

import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.access.Login;
import gatebook.ledger.site.SiteId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Copies all rows of a site into side tables and back, as the owner of the tables. */
final class RowVault implements LedgerCloud.Vault {
    /** Every table that holds rows of sites, but their books and doors, which stand as long as the site. */
    private static final List<String> TABLES = List.of(
            "devices",
            "enrolment_codes",
            "enrolment_doors",
            "device_tokens",
            "entries",
            "outcomes",
            "history",
            "lost_states",
            "idempotency_keys",
            "joined_tickets");

    private static final String BOOK = "last_seq, last_remote_id, history_id, history_hash, strategies";

    private final LedgerSettings settings;
    private final AtomicLong kept = new AtomicLong();

    RowVault(LedgerSettings settings) {
        this.settings = settings;
    }

    /** The rows of one site as they were. */
    private record Rows(long number) implements SiteCloud.Memento {}

    @Override
    public SiteCloud.Memento keep(SiteId site) {
        Rows rows = new Rows(kept.incrementAndGet());
        inside(site, statement -> {
            statement.addBatch("create table kept_site_books_%d as select %s from site_books where site_id = '%s'"
                    .formatted(rows.number(), BOOK, site));
            for (String table : TABLES) {
                statement.addBatch("create table kept_%s_%d as select * from %s where site_id = '%s'"
                        .formatted(table, rows.number(), table, site));
            }
        });
        return rows;
    }

    @Override
    public void putBack(SiteId site, SiteCloud.Memento state, SiteCloud.History history) {
        long number = ((Rows) state).number();
        inside(site, statement -> {
            for (String table : TABLES) {
                statement.addBatch("delete from %s where site_id = '%s'".formatted(table, site));
                statement.addBatch("insert into %s select * from kept_%s_%d".formatted(table, table, number));
            }
            statement.addBatch("update site_books set (%s) = (select %s from kept_site_books_%d) where site_id = '%s'"
                    .formatted(BOOK, BOOK, number, site));
            if (history == SiteCloud.History.NEW) {
                statement.addBatch("update site_books set history_id = '%s' where site_id = '%s'"
                        .formatted(UUID.randomUUID(), site));
            }
        });
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    private interface Work {
        void in(Statement statement) throws SQLException;
    }

    private void inside(SiteId site, Work work) {
        Login owner = settings.owner();
        try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), owner.user(), owner.password())) {
            connection.setAutoCommit(false);
            try (PreparedStatement enter = connection.prepareStatement("select set_config('app.site', ?, true)");
                    Statement statement = connection.createStatement()) {
                enter.setString(1, site.toString());
                enter.execute();
                work.in(statement);
                statement.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of site " + site + " cannot be copied", e);
        }
    }
}
