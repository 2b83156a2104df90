package gatebook.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The right to be the one window of a desk; ends with the process, however that ends. */
public final class WindowLock implements AutoCloseable {
    private final OsLock lock;

    private WindowLock(OsLock lock) {
        this.lock = lock;
    }

    /** Takes the right; empty while another window of this desk is open. */
    public static Optional<WindowLock> take(DeskHome home) {
        try {
            home.prepare();
            return OsLock.alone(home.windowLock()).map(WindowLock::new);
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
