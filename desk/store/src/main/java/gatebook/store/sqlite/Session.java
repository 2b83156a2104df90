package gatebook.store.sqlite;

import gatebook.wire.json.InstantText;
import gatebook.wire.json.JsonOut;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection within a transaction, its statements prepared once and kept. Values are bound by type: text, whole
 * numbers, booleans as 0 and 1, instants as ISO-8601 text with milliseconds, null. Used by one thread at a time.
 */
public final class Session {
    private static final int STATEMENTS_MAX = 200;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private int beingRead;
    private boolean changed;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Turns the current row into a value. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes rows one by one, so that a large result never stands in memory. */
    @FunctionalInterface
    public interface EachRow {
        void take(ResultSet row) throws SQLException;
    }

    /** Begins, commits or takes back; what goes wrong is for the transaction's owner to judge. */
    void control(String sql) throws SQLException {
        bound(sql).executeUpdate();
    }

    /** Begins a transaction to write in. */
    void begin() throws SQLException {
        changed = false;
        control("BEGIN IMMEDIATE");
    }

    /** Whether a row was changed since the transaction began. */
    boolean hasChanged() {
        return changed;
    }

    /** Runs a statement; the number of rows that it changed. */
    public int update(String sql, @Nullable Object... values) {
        try {
            int rows = bound(sql, values).executeUpdate();
            changed |= rows > 0;
            return rows;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /** Inserts one row; its row id. */
    public long insert(String sql, @Nullable Object... values) {
        update(sql, values);
        return number("SELECT last_insert_rowid()");
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        List<T> rows = new ArrayList<>();
        each(sql, result -> rows.add(row.read(result)), values);
        return rows;
    }

    public void each(String sql, EachRow row, @Nullable Object... values) {
        beingRead++;
        try (ResultSet result = bound(sql, values).executeQuery()) {
            while (result.next()) {
                row.take(result);
            }
        } catch (SQLException e) {
            throw StoreFault.of(e);
        } finally {
            beingRead--;
        }
    }

    /** The first row; empty if there is none. */
    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        try (ResultSet result = bound(sql, values).executeQuery()) {
            return result.next() ? Optional.of(row.read(result)) : Optional.empty();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /** The one number that the statement answers; 0 where it answers null or nothing. */
    public long number(String sql, @Nullable Object... values) {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** Reads a column of instants; null where it is null. */
    public static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : time(text);
    }

    /** Reads an instant as it stands in a column. */
    public static Instant time(String text) {
        Instant canonical = InstantText.read(text);
        return canonical == null ? Instant.parse(text) : canonical;
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            // Statements whose rows are being read further out stay open.
            if (statements.size() >= STATEMENTS_MAX && beingRead == 0) {
                close();
            }
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int at = 0; at < values.length; at++) {
            bind(statement, at + 1, values[at]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, java.sql.Types.NULL);
            case String text -> statement.setString(at, text);
            case Long number -> statement.setLong(at, number);
            case Integer number -> statement.setInt(at, number);
            case Boolean flag -> statement.setInt(at, flag ? 1 : 0);
            case Instant instant -> statement.setString(at, JsonOut.instantText(instant));
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }
}
