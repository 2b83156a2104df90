package gatebook.sim.cloud;

import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.access.Login;
import gatebook.ledger.history.Chain;
import gatebook.ledger.history.HistoryEntry;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.SiteId;
import gatebook.rules.entry.EntryId;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Copies all rows of a site into side tables and back, as the owner of the tables. */
final class RowVault implements LedgerCloud.Vault {
    /** Every table with rows of sites, but {@code sites}, whose rows never change. */
    private static final List<String> TABLES = List.of(
            "devices",
            "enrolment_codes",
            "enrolment_doors",
            "device_tokens",
            "entries",
            "outcomes",
            "history",
            "lost_states",
            "audit_heads",
            "site_choices",
            "idempotency_keys",
            "joined_tickets");

    /** What of a site's book changes; its row cannot be taken away while others lean on it. */
    private static final List<String> BOOK =
            List.of("last_seq", "last_remote_id", "history_id", "history_hash", "last_committed_at", "strategies");

    private final LedgerSettings settings;

    private RowVault(LedgerSettings settings) {
        this.settings = settings;
    }

    /** The rows of one site as they were. */
    private record Rows(UUID state) implements SiteCloud.Memento {}

    /** Makes a vault beside the tables of a ledger that is up to date. */
    static RowVault beside(LedgerSettings settings) {
        RowVault vault = new RowVault(settings);
        vault.work(statement -> {
            for (String table : TABLES) {
                statement.execute("create unlogged table kept_%1$s (state uuid, kept %1$s)".formatted(table));
                statement.execute("create index on kept_%s (state)".formatted(table));
            }
            statement.execute("create unlogged table kept_site_books (state uuid primary key, kept site_books)");
        });
        return vault;
    }

    /** Takes away the vault of an earlier run, which could stand in the way of a migration. */
    static void remove(LedgerSettings settings) {
        new RowVault(settings).work(statement -> {
            for (String table : TABLES) {
                statement.execute("drop table if exists kept_" + table);
            }
            statement.execute("drop table if exists kept_site_books");
        });
    }

    @Override
    public SiteCloud.Memento keep(SiteId site) {
        Rows rows = new Rows(UUID.randomUUID());
        work(statement -> {
            enter(statement, site);
            keep(statement, "site_books", site, rows);
            for (String table : TABLES) {
                keep(statement, table, site, rows);
            }
        });
        return rows;
    }

    @Override
    public void putBack(SiteId site, SiteCloud.Memento state, SiteCloud.History history) {
        Rows rows = (Rows) state;
        work(statement -> {
            enter(statement, site);
            for (String table : TABLES) {
                statement.addBatch("delete from %s where site_id = '%s'".formatted(table, site));
                statement.addBatch("insert into %1$s select (kept).* from kept_%1$s where state = '%2$s'"
                        .formatted(table, rows.state()));
            }
            for (String column : BOOK) {
                statement.addBatch("""
                        update site_books set %1$s = (select (kept).%1$s from kept_site_books where state = '%2$s')
                        where site_id = '%3$s'""".formatted(column, rows.state(), site));
            }
        });
        if (history == SiteCloud.History.NEW) {
            rename(site);
        }
    }

    /** Names the history anew and seals it anew, since its name is in its first hash and so in every other. */
    private void rename(SiteId site) {
        HistoryId name = new HistoryId(UUID.randomUUID());
        work(statement -> {
            enter(statement, site);
            Chain chain = new Chain(site, Chain.beginning(site, name));
            for (HistoryEntry row : history(statement, site)) {
                statement.addBatch("update history set hash = '\\x%s' where site_id = '%s' and seq = %d"
                        .formatted(HexFormat.of().formatHex(chain.add(row)), site, row.seq()));
            }
            statement.addBatch("update site_books set history_id = '%s', history_hash = '\\x%s' where site_id = '%s'"
                    .formatted(name, HexFormat.of().formatHex(chain.last()), site));
        });
    }

    private static List<HistoryEntry> history(Statement statement, SiteId site) throws SQLException {
        List<HistoryEntry> entries = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery("select * from history where site_id = '%s' order by seq".formatted(site))) {
            while (row.next()) {
                entries.add(new HistoryEntry(
                        row.getLong("seq"),
                        new EntryId(row.getObject("record_uuid", UUID.class)),
                        row.getLong("version"),
                        new DeviceId(row.getObject("device_id", UUID.class)),
                        row.getString("actor"),
                        new OpId(row.getObject("op_id", UUID.class)),
                        OperationKind.valueOf(row.getString("operation")),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("committed_at", OffsetDateTime.class).toInstant(),
                        row.getString("data")));
            }
        }
        return entries;
    }

    private static void keep(Statement statement, String table, SiteId site, Rows rows) throws SQLException {
        statement.addBatch("insert into kept_%1$s select '%2$s', one from %1$s one where one.site_id = '%3$s'"
                .formatted(table, rows.state(), site));
    }

    private static void enter(Statement statement, SiteId site) throws SQLException {
        statement.execute("select set_config('app.site', '%s', true)".formatted(site));
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    private interface Work {
        void with(Statement statement) throws SQLException;
    }

    private void work(Work work) {
        Login owner = settings.owner();
        try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            work.with(statement);
            statement.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the vault cannot be used", e);
        }
    }
}
