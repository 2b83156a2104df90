package gatebook.sync.service;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Something that is done the first time, and then not before a while has passed. For one thread. */
final class Rarely {
    private final LongSupplier nanos;
    private final Duration every;
    private @Nullable Long last;

    Rarely(LongSupplier nanos, Duration every) {
        this.nanos = nanos;
        this.every = every;
    }

    /** Whether it is time; if so, the while begins now. */
    boolean isDue() {
        long now = nanos.getAsLong();
        if (last != null && now - last < every.toNanos()) {
            return false;
        }
        last = now;
        return true;
    }
}
