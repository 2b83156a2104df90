package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.file.SyncLock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
        return soonUnless(Optional::empty, work);
    }

    /**
     * Does work once another process that syncs has ended, if that is soon and nothing spares it.
     *
     * @param spared what the other one made of it; asked every now and then while it has the right
     */
    Ending soonUnless(Supplier<Optional<Ending>> spared, Supplier<Ending> work) {
        Instant until = desk.around().clock().instant().plus(WAIT_MAX);
        SyncLock lock = lock();
        if (lock == null) {
            desk.voice().aside("another process of this desk syncs; waiting for it");
        }
        while (lock == null
                && desk.around().clock().instant().isBefore(until)
                && !desk.around().stop().within(LOOK_EVERY)) {
            Optional<Ending> done = spared.get();
            if (done.isPresent()) {
                return done.get();
            }
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
