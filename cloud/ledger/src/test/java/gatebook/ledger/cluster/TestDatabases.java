package gatebook.ledger.cluster;

import gatebook.ledger.Ledger;
import gatebook.ledger.access.LedgerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this program; each test has a database of its own, cloned from one that is up to date. */
public final class TestDatabases {
    private static final String TEMPLATE = "ledger_template";
    private static final int CONNECTIONS = 12;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path FOLDER = Path.of("target", "postgres").toAbsolutePath();
    private static final OwnPostgres SERVER = OwnPostgres.open(FOLDER, new Random(1));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        earlierRuns().forEach(TestDatabases::drop);
        asSuperuser("create database " + TEMPLATE + " owner " + FirstRoles.OWNER);
        Ledger.open(settings(TEMPLATE), Clock.systemUTC(), UUID::randomUUID, new Random(2))
                .close();
    }

    private TestDatabases() {}

    /** A new database with empty tables. */
    public static String fresh() {
        return cloneOf(TEMPLATE);
    }

    /** A copy of a database as it is now; nobody may be connected to it. */
    public static String cloneOf(String original) {
        String name = "ledger_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        asSuperuser("create database " + name + " template " + original + " owner " + FirstRoles.OWNER);
        return name;
    }

    public static void drop(String name) {
        asSuperuser("drop database if exists " + name + " with (force)");
    }

    public static LedgerSettings settings(String database) {
        LedgerSettings own = SERVER.settings();
        String url = own.jdbcUrl().substring(0, own.jdbcUrl().lastIndexOf('/') + 1) + database;
        return new LedgerSettings(url, own.owner(), own.app(), CONNECTIONS);
    }

    /** The databases that earlier runs left behind. */
    private static List<String> earlierRuns() {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet names =
                        statement.executeQuery("select datname from pg_database where datname like 'ledger%'")) {
            List<String> found = new ArrayList<>();
            while (names.next()) {
                found.add(names.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list databases", e);
        }
    }

    /** Does something that neither the program nor its owner may do. */
    public static void asSuperuser(String sql) {
        asSuperuser("postgres", sql);
    }

    public static void asSuperuser(String database, String sql) {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A connection as who may do everything. */
    public static Connection superuser(String database) throws SQLException {
        try {
            return DriverManager.getConnection(
                    settings(database).jdbcUrl(),
                    FirstRoles.SUPERUSER,
                    Passwords.of(FOLDER, new Random(1)).superuser());
        } catch (IOException e) {
            throw new IllegalStateException("no passwords", e);
        }
    }
}
