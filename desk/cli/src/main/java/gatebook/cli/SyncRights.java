package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.file.SyncLock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
        return with(lock(), work);
    }

    /** Does work once another process that syncs has ended, if that is soon. */
    Ending soon(Supplier<Ending> work) {
        Instant until = desk.around().clock().instant().plus(WAIT_MAX);
        SyncLock lock = lock();
        if (lock == null) {
            desk.voice().aside("another process of this desk syncs; waiting for it");
        }
        while (lock == null
                && desk.around().clock().instant().isBefore(until)
                && !desk.around().stop().within(LOOK_EVERY)) {
            lock = lock();
        }
        return with(lock, work);
    }

    private @Nullable SyncLock lock() {
        return desk.register().lockSync().orElse(null);
    }

    private static Ending with(@Nullable SyncLock taken, Supplier<Ending> work) {
        if (taken == null) {
            return new Ending.Refused(Refusal.SYNC_HELD, "another process of this desk syncs already");
        }
        try (taken) {
            return work.get();
        }
    }
}
