package gatebook.cli;

import gatebook.api.CloudServer;
import gatebook.api.RunningServer;
import gatebook.api.ServerOptions;
import gatebook.ledger.cluster.OwnPostgres;
import gatebook.ledger.history.Chain;
import gatebook.ledger.history.HistoryEntry;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.SiteId;
import gatebook.rules.entry.EntryId;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
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

/** A real cloud on a database of its own that can be put back to where it was: restored, or failed over too early. */
final class LosingCloud implements AutoCloseable {
    private final Path data;
    private OwnPostgres postgres;
    private final TestHome operator;
    private final int port;
    private RunningServer server;

    LosingCloud(Path folder) {
        data = folder.resolve("cloud");
        postgres = OwnPostgres.open(data, new SecureRandom());
        operator = TestHome.now(folder.resolve("operator"));
        server = start(0);
        port = server.port();
    }

    String url() {
        return server.baseUrl().toString();
    }

    String site() {
        return operator.run("server", "create-site", "Test Yard", "--data", data.toString())
                .text("site_id");
    }

    /** What the operator is told about the desks' trails and the site's history. */
    TestHome.Said audit(String site) {
        return operator.json("server", "--data", data.toString(), "audit", site);
    }

    String code(String site) {
        return operator.run("server", "--data", data.toString(), "enrolment-code", site)
                .text("code");
    }

    TestHome desk(Path folder, String site) {
        TestHome desk = TestHome.now(folder);
        TestHome.Said said = desk.json("enrol", "--server", url(), "--code", code(site));
        if (said.code() != 0) {
            throw new AssertionError(said.err());
        }
        return desk;
    }

    /** A standby that follows this cloud's database. */
    Standby standby(Path folder) {
        Path programs = programs();
        server.close();
        postgres.close();
        Standby standby = new Standby(data, folder, programs);
        postgres = OwnPostgres.open(data, new SecureRandom());
        server = start(port);
        standby.follow(databasePort());
        return standby;
    }

    /** The database is lost, and the standby takes its place. */
    void failOver(Standby standby) {
        server.close();
        postmaster().destroyForcibly();
        standby.promote();
        server = CloudServer.start(ServerOptions.of(port, new ServerOptions.Database.Given(standby.databaseUrl()))
                .withHost("127.0.0.1"));
    }

    private int databasePort() {
        String url = postgres.settings().jdbcUrl();
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/')));
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.resolve("data").resolve("postmaster.pid"))
                    .getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path programs() {
        return Path.of(postmaster().info().command().orElseThrow()).getParent();
    }

    /** Keeps a copy of the whole database as it is now. */
    void backUp() {
        server.close();
        run("drop database if exists before", "create database before template gatebook");
        server = start(port);
    }

    /** Puts the database back to the copy: whatever was committed since is gone. */
    void restore() {
        server.close();
        run("drop database gatebook with (force)", "create database gatebook template before owner gatebook_owner");
        server = start(port);
    }

    /** Does in the database what only its owner can. */
    void tamper(String... statements) {
        at("gatebook", statements);
    }

    /** Computes all hashes of a site's history anew, as one does who has altered it and knows how. */
    void chainAnew(String site) {
        SiteId id = new SiteId(UUID.fromString(site));
        try (Connection connection = connection("gatebook");
                Statement statement = connection.createStatement()) {
            Chain chain = new Chain(id, beginning(statement, id));
            List<String> updates = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("select * from history where site_id = '" + site + "' order by seq")) {
                while (rows.next()) {
                    String hash = HexFormat.of().formatHex(chain.add(entry(rows)));
                    updates.add("update history set hash = '\\x" + hash + "' where site_id = '" + site + "' and seq = "
                            + rows.getLong("seq"));
                }
            }
            updates.add("update site_books set history_hash = '\\x"
                    + HexFormat.of().formatHex(chain.last()) + "' where site_id = '" + site + "'");
            for (String update : updates) {
                statement.execute(update);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] beginning(Statement statement, SiteId site) throws SQLException {
        try (ResultSet book =
                statement.executeQuery("select history_id from site_books where site_id = '" + site.value() + "'")) {
            book.next();
            return Chain.beginning(site, new HistoryId(book.getObject(1, UUID.class)));
        }
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                row.getLong("seq"),
                new EntryId(row.getObject("record_uuid", UUID.class)),
                row.getLong("version"),
                new DeviceId(row.getObject("device_id", UUID.class)),
                row.getString("actor"),
                new OpId(row.getObject("op_id", UUID.class)),
                OperationKind.valueOf(row.getString("operation")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("committed_at", OffsetDateTime.class).toInstant(),
                row.getString("data"));
    }

    private RunningServer start(int at) {
        return CloudServer.start(
                ServerOptions.of(at, new ServerOptions.Database.Own(data)).withHost("127.0.0.1"));
    }

    private void run(String... statements) {
        at("postgres", statements);
    }

    private void at(String database, String... statements) {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection(String database) throws SQLException {
        String url = postgres.settings().jdbcUrl();
        try {
            return DriverManager.getConnection(
                    url.substring(0, url.lastIndexOf('/') + 1) + database,
                    "postgres",
                    Files.readAllLines(data.resolve("passwords")).getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        postgres.close();
    }
}
