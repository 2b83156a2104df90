package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.file.SyncLock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The right to sync, which one process of a desk has at a time. */
final class SyncRights {
    private static final Duration WAIT_MAX = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final OpenDesk desk;

    SyncRights(OpenDesk desk) {
        this.desk = desk;
    }

    /** Does work that needs the right now or not at all. */
    Ending now(Supplier<Ending> work) {
        return with(desk.register().lockSync(), work);
    }

    /** Does work once another process that syncs has ended, if that is soon. */
    Ending soon(Supplier<Ending> work) {
        Instant until = desk.around().clock().instant().plus(WAIT_MAX);
        Optional<SyncLock> lock = desk.register().lockSync();
        if (lock.isEmpty()) {
            desk.voice().aside("another process of this desk syncs; waiting for it");
        }
        while (lock.isEmpty()
                && desk.around().clock().instant().isBefore(until)
                && !desk.around().stop().within(LOOK_EVERY)) {
            lock = desk.register().lockSync();
        }
        return with(lock, work);
    }

    private static Ending with(Optional<SyncLock> taken, Supplier<Ending> work) {
        if (taken.isEmpty()) {
            return new Ending.Refused(Refusal.SYNC_HELD, "another process of this desk syncs already");
        }
        try (SyncLock _ = taken.get()) {
            return work.get();
        }
    }
}
