package gatebook.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The right to sync a register, which one process of the desk has at a time; the others read and write. It ends with the
 * process, however that ends. Whoever takes it first puts back what the holder before had under way: no other process may.
 */
public final class SyncLock implements AutoCloseable {
    private final OsLock lock;

    private SyncLock(OsLock lock) {
        this.lock = lock;
    }

    static Optional<SyncLock> take(DeskHome home) {
        try {
            return OsLock.alone(home.syncLock()).map(SyncLock::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
