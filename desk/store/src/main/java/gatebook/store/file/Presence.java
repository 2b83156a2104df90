package gatebook.store.file;

import java.io.IOException;
import java.util.Optional;

/**
 * The lock that every user of a register shares while it is open, and that one has alone who checks, migrates, moves or
 * replaces the file.
 */
final class Presence {
    private Presence() {}

    /** Waits until the lock can be shared; empty after half a minute of somebody holding it alone. */
    static Optional<OsLock> shared(DeskHome home) throws IOException {
        return OsLock.awaited(() -> OsLock.shared(home.presenceLock()));
    }

    /** Takes the lock alone, or shares it where others have the register open; waits as {@link #shared} does. */
    static Optional<OsLock> aloneIfPossible(DeskHome home) throws IOException {
        return OsLock.awaited(() -> {
            Optional<OsLock> alone = OsLock.alone(home.presenceLock());
            return alone.isPresent() ? alone : OsLock.shared(home.presenceLock());
        });
    }

    /** Takes the lock alone; empty at once if anybody has the register open. */
    static Optional<OsLock> alone(DeskHome home) throws IOException {
        return OsLock.alone(home.presenceLock());
    }
}
