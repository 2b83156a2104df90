package gatebook.store.file;

import gatebook.store.backup.Backups;
import gatebook.store.counters.Counters;
import gatebook.store.counters.HighMarks;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.StoreFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The open register of a desk. While it is open nobody moves the file or puts a backup in its place. Thread-safe. */
public final class Register implements AutoCloseable {
    private final DeskHome home;
    private final Database database;
    private final List<Notice> notices;
    private final Backups backups;
    private final OsLock presence;
    private final Counters counters;

    Register(DeskHome home, Database database, List<Notice> notices, Clock clock, OsLock presence) {
        this.home = home;
        this.database = database;
        this.notices = List.copyOf(notices);
        this.backups = new Backups(home.backups(), clock);
        this.presence = presence;
        this.counters = new Counters(home.counters());
        database.witnessedBy(this::look);
    }

    private Runnable look(Session session) {
        try {
            HighMarks reached = HighMarks.of(session);
            return () -> counters.raise(reached);
        } catch (StoreFault unreadable) {
            return () -> {}; // whoever reads next is told the fault
        }
    }

    public DeskHome home() {
        return home;
    }

    public Database database() {
        return database;
    }

    /** What a person should hear about this opening, in the order in which it came up. */
    public List<Notice> notices() {
        return notices;
    }

    public Backups backups() {
        return backups;
    }

    /** Takes the right to sync; empty while another process of this desk has it. */
    public Optional<SyncLock> lockSync() {
        return SyncLock.take(home);
    }

    /** Reads every page of the file, beside readers and writers; what it finds wrong, empty for a sound file. */
    public List<String> check() {
        try (FileConnection connection = FileConnection.readOnly(home.register())) {
            return connection.quickCheck();
        }
    }

    @Override
    public void close() {
        try (presence;
                counters) {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
