package gatebook.store.file;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The lock that every user of a register shares while it is open, and that one has alone who checks, migrates, moves or
 * replaces the file.
 */
final class Presence {
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int PAUSES_MAX = 3_000;

    private Presence() {}

    /** Waits until the lock can be shared; empty after half a minute of somebody holding it alone. */
    static Optional<OsLock> shared(DeskHome home) throws IOException {
        return awaited(() -> OsLock.shared(home.presenceLock()));
    }

    /** Takes the lock alone, or shares it where others have the register open; waits as {@link #shared} does. */
    static Optional<OsLock> aloneIfPossible(DeskHome home) throws IOException {
        return awaited(() -> {
            Optional<OsLock> alone = OsLock.alone(home.presenceLock());
            return alone.isPresent() ? alone : OsLock.shared(home.presenceLock());
        });
    }

    /** Takes the lock alone; empty at once if anybody has the register open. */
    static Optional<OsLock> alone(DeskHome home) throws IOException {
        return OsLock.alone(home.presenceLock());
    }

    @FunctionalInterface
    private interface Attempt {
        Optional<OsLock> take() throws IOException;
    }

    /** The system offers no bounded wait for such a lock, so this one asks again and again. */
    private static Optional<OsLock> awaited(Attempt attempt) throws IOException {
        for (int pauses = 0; pauses < PAUSES_MAX; pauses++) {
            Optional<OsLock> taken = attempt.take();
            if (taken.isPresent()) {
                return taken;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return Optional.empty();
    }
}
