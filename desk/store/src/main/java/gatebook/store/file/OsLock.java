package gatebook.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock that the operating system gives up when the process ends, however it ends. Between processes it is the system's;
 * within one process it is a table of this class, because the system keeps such locks per process and drops them all
 * when any handle of the file is closed. Thread-safe.
 */
final class OsLock implements AutoCloseable {
    private static final Map<Path, Held> HELD = new HashMap<>();
    private static final int BETWEEN_TRIES_MILLIS = 10;
    private static final int TRIES_MAX = 3_000;

    private final Path file;
    private boolean closed;

    private OsLock(Path file) {
        this.file = file;
    }

    private static final class Held {
        private final FileChannel channel;
        private final FileLock lock;
        private int holders = 1;

        Held(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }
    }

    /** Tries to take a lock; empty while somebody else's stands against it. */
    @FunctionalInterface
    interface Attempt {
        Optional<OsLock> take() throws IOException;
    }

    /**
     * Tries until it succeeds; empty after half a minute, or when the thread is interrupted. A holder in this process wakes
     * the waiting ones; of others the system tells nothing, so that they are asked after again and again.
     */
    static Optional<OsLock> awaited(Attempt attempt) throws IOException {
        synchronized (HELD) {
            try {
                for (int tries = 0; tries < TRIES_MAX; tries++) {
                    Optional<OsLock> taken = attempt.take();
                    if (taken.isPresent()) {
                        return taken;
                    }
                    HELD.wait(BETWEEN_TRIES_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        }
    }

    /** Whether this process has it, in whatever way. */
    static boolean isHeldHere(Path file) {
        synchronized (HELD) {
            return HELD.containsKey(file);
        }
    }

    /** Takes the lock alone; empty if anybody has it. */
    static Optional<OsLock> alone(Path file) throws IOException {
        synchronized (HELD) {
            if (HELD.containsKey(file)) {
                return Optional.empty();
            }
            return take(file, Kind.ALONE);
        }
    }

    /** Takes the lock beside others who share it; empty if somebody has it alone. */
    static Optional<OsLock> shared(Path file) throws IOException {
        synchronized (HELD) {
            Held held = HELD.get(file);
            if (held == null) {
                return take(file, Kind.SHARED);
            }
            if (!held.lock.isShared()) {
                return Optional.empty();
            }
            held.holders++;
            return Optional.of(new OsLock(file));
        }
    }

    private enum Kind {
        ALONE,
        SHARED
    }

    private static Optional<OsLock> take(Path file, Kind kind) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock(0, 1, kind == Kind.SHARED);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            return Optional.empty();
        }
        HELD.put(file, new Held(channel, lock));
        return Optional.of(new OsLock(file));
    }

    /** Whether nobody else has it. */
    boolean isAlone() {
        synchronized (HELD) {
            Held held = HELD.get(file);
            return !closed && held != null && !held.lock.isShared();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            if (closed) {
                return;
            }
            closed = true;
            Held held = HELD.get(file);
            if (held != null && --held.holders == 0) {
                HELD.remove(file);
                held.channel.close();
                HELD.notifyAll();
            }
        }
    }
}
