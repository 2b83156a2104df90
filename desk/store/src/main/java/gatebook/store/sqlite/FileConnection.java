package gatebook.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * A single connection to a file, beside the regime of one writer and many readers: for checking, copying and migrating.
 * It never makes a file. Used by one thread at a time.
 */
public final class FileConnection implements AutoCloseable {
    private static final int FINDINGS_MAX = 20;

    private final Connection connection;

    private FileConnection(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a file that is only looked at: neither it nor its write-ahead log is altered, at closing neither.
     *
     * @throws StoreFault if it is not there or cannot be opened
     */
    public static FileConnection readOnly(Path file) {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return open(config, file);
    }

    /**
     * Opens a file for work that commits durably; an empty file is a database without tables.
     *
     * @throws StoreFault if it is not there or cannot be opened
     */
    public static FileConnection writable(Path file) {
        SQLiteConfig config = config();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return open(config, file);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Database.BUSY_TIMEOUT_MILLIS);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.enforceForeignKeys(true);
        return config;
    }

    private static FileConnection open(SQLiteConfig config, Path file) {
        try {
            return new FileConnection(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /** Statements of this connection; it commits each by itself outside {@link #inTransaction}. */
    public Session session() {
        return new Session(connection);
    }

    /** The one number that a statement answers; 0 where it answers null or nothing. */
    public long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /**
     * Runs any number of statements, split by SQLite itself, which knows where a trigger ends. What stands before a
     * statement that fails has taken effect, unless a transaction takes it back.
     */
    public void run(String script) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /** Runs work in one {@code BEGIN IMMEDIATE} transaction; takes everything back when the work throws. */
    public void inTransaction(Runnable work) {
        run("BEGIN IMMEDIATE");
        boolean kept = false;
        try {
            work.run();
            run("COMMIT");
            kept = true;
        } finally {
            if (!kept) {
                takeBack();
            }
        }
    }

    /** Reads several things of one moment of the file, whatever others commit meanwhile. */
    public <T> T inOneMoment(Supplier<T> reading) {
        run("BEGIN");
        try {
            return reading.get();
        } finally {
            takeBack();
        }
    }

    private void takeBack() {
        try {
            run("ROLLBACK");
        } catch (StoreFault alreadyRolledBack) {
            // The fault that led here is the one to tell.
        }
    }

    /**
     * Writes one moment of this database to a new file, without waiting for writers or being started over by them, and
     * without its write-ahead log: the copy is one file. {@code VACUUM INTO} and not the backup API, which begins anew
     * whenever another connection has written, and which copies damaged pages without a look at them.
     *
     * @throws StoreFault if the target holds something already, the disk is full, or this file is damaged
     */
    public void copyInto(Path target) {
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toAbsolutePath().toString());
            statement.execute();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /** What {@code PRAGMA quick_check} finds, at most {@value #FINDINGS_MAX} of it; empty for a sound file. */
    public List<String> quickCheck() {
        List<String> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(" + FINDINGS_MAX + ")")) {
            while (result.next()) {
                findings.add(result.getString(1));
            }
        } catch (SQLException e) {
            StoreFault fault = StoreFault.of(e);
            if (fault.kind() != StoreFault.Cause.DAMAGED) {
                throw fault;
            }
            return List.of(String.valueOf(e.getMessage()));
        }
        return findings.equals(List.of("ok")) ? List.of() : List.copyOf(findings);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }
}
