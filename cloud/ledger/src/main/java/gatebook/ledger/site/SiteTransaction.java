package gatebook.ledger.site;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transaction, for one site or for the tables that know no site. Statements are given their values in order: ids,
 * texts, numbers, instants, bytes, and arrays of these. For one thread.
 */
public final class SiteTransaction {
    private final Connection connection;
    private @Nullable Entering entering;

    /** A statement that is to run before the first one, and goes to the database together with it. */
    private record Entering(String sql, Object value) {}

    SiteTransaction(Connection connection) {
        this.connection = connection;
    }

    /** A transaction that begins with this statement: it costs no turn of its own, but is sent with the first of the work. */
    SiteTransaction(Connection connection, String firstSql, Object firstValue) {
        this.connection = connection;
        this.entering = new Entering(firstSql, firstValue);
    }

    /** What is made of one row. */
    @FunctionalInterface
    public interface RowReading<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> rows(String sql, RowReading<T> reading, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = executed(sql, values);
                ResultSet rows = statement.getResultSet()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reading.read(rows));
            }
            return read;
        }
    }

    /** The first row; empty if there is none. */
    public <T> Optional<T> row(String sql, RowReading<T> reading, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = executed(sql, values);
                ResultSet rows = statement.getResultSet()) {
            return rows.next() ? Optional.of(reading.read(rows)) : Optional.empty();
        }
    }

    /** How many rows were changed. */
    public int change(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = executed(sql, values)) {
            return statement.getUpdateCount();
        }
    }

    /** Runs a step of which nothing remains but its result. */
    public <T> T takenBack(SiteDoor.Step<T> step) throws SQLException {
        if (entering != null) {
            throw new IllegalStateException("what is taken back follows a statement that stays");
        }
        var before = connection.setSavepoint();
        T result = step.in(this);
        connection.rollback(before);
        return result;
    }

    /** An instant of the database to the millisecond; null where it holds none. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The statement at its result; whoever gets it closes it. */
    private PreparedStatement executed(String sql, @Nullable Object... values) throws SQLException {
        Entering before = entering;
        entering = null;
        PreparedStatement statement = connection.prepareStatement(before == null ? sql : before.sql() + ";" + sql);
        try {
            int bound = 0;
            if (before != null) {
                bind(statement, ++bound, before.value());
            }
            for (@Nullable Object value : values) {
                bind(statement, ++bound, value);
            }
            statement.execute();
            if (before != null) {
                statement.getMoreResults();
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setObject(at, null);
            case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case UUID[] ids -> statement.setArray(at, array("uuid", ids));
            case String[] texts -> statement.setArray(at, array("text", texts));
            case Long[] numbers -> statement.setArray(at, array("bigint", numbers));
            case Boolean[] flags -> statement.setArray(at, array("boolean", flags));
            case byte[][] bytes -> statement.setArray(at, array("bytea", bytes));
            default -> statement.setObject(at, value);
        }
    }

    private Array array(String type, @Nullable Object[] elements) throws SQLException {
        return connection.createArrayOf(type, elements);
    }
}
