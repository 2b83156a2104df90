package gatebook.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The desk's file: WAL, {@code synchronous=FULL}, one connection that writes, others that read and never wait for it.
 * A commit that returned is on the disk. Thread-safe.
 */
public final class Database implements AutoCloseable {
    /** How long a transaction waits for another process that writes. */
    public static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private static final int READERS_KEPT_MAX = 8;
    private static final int CACHE_KIB = 16_384;
    private static final int SYNCHRONOUS_FULL = 2;

    /** Of the log before it goes into the file: 16 MB, so that a page written often goes there once in a while only. */
    private static final int LOG_PAGES = 4_000;

    private static final Runnable NOTHING = () -> {};

    private final Path file;
    private final Disk disk;
    private final Turns turns = new Turns();
    private final Deque<Reader> idleReaders = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong gateCommits = new AtomicLong();
    private final List<Runnable> gateListeners = new CopyOnWriteArrayList<>();
    private @Nullable Connection writer;
    private @Nullable Session writing;
    private volatile @Nullable Witness witness;

    private Database(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    private record Reader(Connection connection, Session session) {}

    /**
     * Opens the file, making it if need be. The schema is not touched.
     *
     * @throws StoreFault if it cannot be opened, or is no database
     */
    public static Database open(Path file) {
        return open(file, Disk.PLAIN);
    }

    /** As the other, on a disk of the caller's. */
    public static Database open(Path file, Disk disk) {
        Database database = new Database(file, disk);
        try {
            database.connectWriter();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
        return database;
    }

    public Path file() {
        return file;
    }

    /**
     * Runs work in one {@code BEGIN IMMEDIATE} transaction and commits it durably; takes everything back when the work
     * throws. One transaction at a time; must not be called from within another.
     *
     * @throws StoreFault if the file refuses; nothing was kept then
     */
    public <T> T write(Turn turn, Function<Session, T> work) {
        T result = writeInTurn(turn, work, Flush.AT_COMMIT);
        if (turn == Turn.GATE) {
            gateCommits.incrementAndGet();
            gateListeners.forEach(Runnable::run);
        }
        return result;
    }

    /**
     * Runs work as {@link #write} does in the engine's turn, but its commit waits for no disk: the next one takes it there as
     * well. A power cut before that loses it, and nothing else; for what is only told to people.
     */
    public <T> T note(Function<Session, T> work) {
        return writeInTurn(Turn.ENGINE, work, Flush.WITH_THE_NEXT);
    }

    /** Whether somebody at the gate waits; who writes much in the engine's turn asks this and makes room. */
    public boolean isGateWaiting() {
        return turns.isGateWaiting();
    }

    /** How often the gate has written since the file was opened here; by what it grows one sees how busy the gate is. */
    public long gateCommits() {
        return gateCommits.get();
    }

    /** Is told after each commit of the gate, on the thread that made it; must be quick. */
    public void onGateCommit(Runnable listener) {
        gateListeners.add(listener);
    }

    private enum Flush {
        AT_COMMIT,
        WITH_THE_NEXT
    }

    private <T> T writeInTurn(Turn turn, Function<Session, T> work, Flush flush) {
        turns.take(turn);
        try {
            if (closed.get()) {
                throw new IllegalStateException("the register is closed");
            }
            Session session = writing == null ? connectWriter() : writing;
            return flush == Flush.AT_COMMIT ? transact(session, work) : transactUnflushed(session, work);
        } catch (StoreFault fault) {
            giveUp();
            throw fault;
        } catch (SQLException e) {
            giveUp();
            throw StoreFault.of(e);
        } finally {
            turns.give();
        }
    }

    /**
     * Runs work as {@link #write} would and takes everything back: what would come out, without it coming out.
     *
     * @throws StoreFault if the file refuses
     */
    public <T> T rehearse(Function<Session, T> work) {
        turns.take(Turn.ENGINE);
        try {
            Session session = writing == null ? connectWriter() : writing;
            session.control("BEGIN IMMEDIATE");
            try {
                return work.apply(session);
            } finally {
                takeBack(session);
            }
        } catch (StoreFault fault) {
            giveUp();
            throw fault;
        } catch (SQLException e) {
            giveUp();
            throw StoreFault.of(e);
        } finally {
            turns.give();
        }
    }

    /** Sees each transaction that changed a row before its commit, when reading costs little, and speaks of it afterwards. */
    @FunctionalInterface
    public interface Witness {
        /**
         * Reads, and neither writes nor throws.
         *
         * @return runs once the commit stands, before the next transaction begins; must not throw
         */
        Runnable look(Session session);
    }

    /** Shows each transaction from now on to one witness. */
    public void witnessedBy(Witness each) {
        witness = each;
    }

    /** Runs work that sees one moment of the file and changes nothing; never waits for a writer. */
    public <T> T read(Function<Session, T> work) {
        Reader reader = borrow();
        boolean sound = false;
        try {
            reader.session().control("BEGIN");
            try {
                return work.apply(reader.session());
            } finally {
                reader.session().control("ROLLBACK");
                sound = true;
            }
        } catch (StoreFault fault) {
            sound = false;
            throw fault;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        } finally {
            if (sound) {
                giveBack(reader);
            } else {
                letGo(reader.connection());
            }
        }
    }

    private <T> T transact(Session session, Function<Session, T> work) throws SQLException {
        session.begin();
        boolean kept = false;
        T result;
        Runnable seen;
        try {
            result = work.apply(session);
            Witness present = witness;
            seen = present == null || !session.hasChanged() ? NOTHING : present.look(session);
            kept = true;
        } finally {
            if (!kept) {
                takeBack(session);
            }
        }
        try {
            session.control("COMMIT");
        } catch (SQLException e) {
            giveUp();
            throw e;
        }
        seen.run();
        return result;
    }

    private <T> T transactUnflushed(Session session, Function<Session, T> work) throws SQLException {
        Connection connection = Objects.requireNonNull(writer, "its session is open");
        execute(connection, "PRAGMA synchronous=NORMAL");
        try {
            return transact(session, work);
        } finally {
            flushAgain(connection);
        }
    }

    /** A connection that would not flush is not used again. */
    private void flushAgain(Connection connection) throws SQLException {
        if (!connection.equals(writer)) {
            return;
        }
        boolean flushes = false;
        try {
            execute(connection, "PRAGMA synchronous=FULL");
            flushes = number(connection, "PRAGMA synchronous") == SYNCHRONOUS_FULL;
        } finally {
            if (!flushes) {
                giveUp();
            }
        }
    }

    private void takeBack(Session session) {
        try {
            session.control("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            giveUp();
        }
    }

    /**
     * A connection that failed is never asked again. After a failed flush it may think pages written that the disk has lost;
     * the driver has closed the statement that failed; and where the system refused to open the file to write, SQLite has
     * opened it to read, and would do so for good.
     */
    private void giveUp() {
        Connection connection = writer;
        writing = null;
        writer = null;
        letGo(connection);
    }

    private Session connectWriter() throws SQLException {
        Connection connection = connect();
        boolean sound = false;
        try {
            execute(connection, "PRAGMA journal_mode=WAL");
            execute(connection, "PRAGMA wal_autocheckpoint=" + LOG_PAGES);
            sound = number(connection, "PRAGMA synchronous") == SYNCHRONOUS_FULL;
        } finally {
            if (!sound) {
                letGo(connection);
            }
        }
        if (!sound) {
            throw new IllegalStateException("a commit would not be on the disk: synchronous=FULL is not in force");
        }
        writer = connection;
        Session session = new Session(connection);
        writing = session;
        return session;
    }

    private static void letGo(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException nothingLeftToLose) {
            // Nothing of it was acknowledged, and the next one opens the file anew.
        }
    }

    private Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-CACHE_KIB);
        config.enforceForeignKeys(true);
        // The driver would ask for the last row id after each insert; whoever wants it asks.
        config.setGetGeneratedKeys(false);
        return disk.behind(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    }

    private Reader borrow() {
        synchronized (idleReaders) {
            if (closed.get()) {
                throw new IllegalStateException("the register is closed");
            }
            Reader idle = idleReaders.pollFirst();
            if (idle != null) {
                return idle;
            }
        }
        try {
            Connection connection = connect();
            try {
                execute(connection, "PRAGMA query_only=ON");
            } catch (SQLException unusable) {
                letGo(connection);
                throw unusable;
            }
            return new Reader(connection, new Session(connection));
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private void giveBack(Reader reader) {
        synchronized (idleReaders) {
            if (!closed.get() && idleReaders.size() < READERS_KEPT_MAX) {
                idleReaders.addFirst(reader);
                return;
            }
        }
        letGo(reader.connection());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getLong(1);
        }
    }

    /** Ends all connections; a transaction under way is waited for. */
    @Override
    public void close() {
        turns.take(Turn.GATE);
        try {
            if (closed.getAndSet(true)) {
                return;
            }
            synchronized (idleReaders) {
                for (Reader reader : idleReaders) {
                    reader.connection().close();
                }
                idleReaders.clear();
            }
            if (writer != null) {
                writer.close();
            }
        } catch (SQLException e) {
            throw StoreFault.of(e);
        } finally {
            turns.give();
        }
    }
}
