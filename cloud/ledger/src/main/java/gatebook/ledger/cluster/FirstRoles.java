package gatebook.ledger.cluster;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The owner of the tables and the database, made on first use. */
final class FirstRoles {
    static final String SUPERUSER = "postgres";
    static final String OWNER = "gatebook_owner";
    static final String DATABASE = "gatebook";

    private static final String HAS_OWNER = "select 1 from pg_roles where rolname = '" + OWNER + "'";
    private static final String HAS_DATABASE = "select 1 from pg_database where datname = '" + DATABASE + "'";
    private static final String MAKE_OWNER = "create role " + OWNER + " login createrole nosuperuser password '%s'";
    private static final String MAKE_DATABASE = "create database " + DATABASE + " owner " + OWNER;

    private FirstRoles() {}

    static void ensure(int port, Passwords passwords) throws IOException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, passwords.superuser());
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, HAS_OWNER)) {
                statement.execute(MAKE_OWNER.formatted(passwords.owner()));
            }
            if (isMissing(statement, HAS_DATABASE)) {
                statement.execute(MAKE_DATABASE);
            }
        } catch (SQLException e) {
            throw new IOException("its server does not answer as it should: " + e.getMessage(), e);
        }
    }

    private static boolean isMissing(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            return !found.next();
        }
    }
}
