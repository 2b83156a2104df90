package gatebook.ledger.history;

import gatebook.ledger.cluster.TestDatabases;
import gatebook.ledger.site.SiteDoor;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The whole ledger seen from within one transaction of the superuser, of which nothing stays. For one thread. */
final class OneTransaction implements AutoCloseable {
    private static final Set<String> LEFT_OUT = Set.of("commit", "close", "setAutoCommit");

    private final Connection connection;
    private final SiteDoor door;

    OneTransaction(String database) throws SQLException {
        connection = TestDatabases.superuser(database);
        connection.setAutoCommit(false);
        run("set local jit = off");
        run("savepoint before");
        door = new SiteDoor(new Within(connection));
    }

    /** As who only looks at the tables goes through it, and sees what was done to them here. */
    SiteDoor door() {
        return door;
    }

    int run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Everything is again as it was. */
    void takeBack() throws SQLException {
        run("rollback to savepoint before");
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** Hands out the one connection, which nobody but its owner ends. */
    private record Within(Connection connection) implements DataSource {
        @Override
        public Connection getConnection() {
            return (Connection) Proxy.newProxyInstance(
                    Within.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, given) -> {
                        if (LEFT_OUT.contains(method.getName())) {
                            return null;
                        }
                        return passed(method, given);
                    });
        }

        private Object passed(Method method, Object[] given) throws Throwable {
            try {
                return method.invoke(connection, given);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        @Override
        public Connection getConnection(String user, String password) {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLoginTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("nothing is wrapped");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
