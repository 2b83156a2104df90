package gatebook.ledger.schema;

import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.access.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/** The tables, as their owner makes them. */
public final class Schema {
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /** An arbitrary number by which starting processes take turns. */
    private static final long TURN = 7_214_503_311L;

    private static final String TAKE_TURN = "select pg_advisory_lock(?)";
    private static final String RELEASE_TURN = "select pg_advisory_unlock(?)";
    private static final String ROLE_EXISTS = "select 1 from pg_roles where rolname = ?";

    private Schema() {}

    /**
     * Makes the role of the requests if it is missing, runs the migrations that are new, and makes the partitions of the
     * coming months. Processes that start together take turns.
     */
    public static void bringUpToDate(LedgerSettings settings, Clock clock) {
        Login owner = settings.owner();
        try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), owner.user(), owner.password())) {
            turn(connection, TAKE_TURN);
            try {
                ensureRole(connection, settings.app());
                migrate(settings);
                Partitions.ensure(connection, clock.instant());
                DatabaseLife.notice(connection, clock.instant());
            } finally {
                turn(connection, RELEASE_TURN);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be brought up to date: " + e.getMessage(), e);
        }
    }

    private static void turn(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, TURN);
            statement.execute();
        }
    }

    /** A role that exists keeps its password, for an administrator may have set it. */
    private static void ensureRole(Connection connection, Login app) throws SQLException {
        if (!PLAIN_NAME.matcher(app.user()).matches()) {
            throw new IllegalStateException("the role of the requests needs a plain lower-case name: " + app.user());
        }
        try (PreparedStatement statement = connection.prepareStatement(ROLE_EXISTS)) {
            statement.setString(1, app.user());
            try (ResultSet found = statement.executeQuery()) {
                if (found.next()) {
                    return;
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create role " + app.user() + " login nosuperuser nobypassrls nocreaterole nocreatedb"
                    + " password " + password(app));
        }
    }

    private static void migrate(LedgerSettings settings) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(
                        settings.jdbcUrl(),
                        settings.owner().user(),
                        settings.owner().password())
                .locations("classpath:gatebook/ledger/schema")
                .placeholders(Map.of("app_role", settings.app().user()))
                .initSql("set lock_timeout = '10s'; set client_min_messages = 'warning'")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    /** A role without a password can log in only where the server asks for none. */
    private static String password(Login app) {
        return app.password().isEmpty() ? "null" : "'" + app.password().replace("'", "''") + "'";
    }
}
