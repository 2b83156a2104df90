package gatebook.faults.wire;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that only goes forward and that a test may push on, so that deadlines pass without being waited for. */
final class PassingTime implements LongSupplier {
    private final AtomicLong pushed = new AtomicLong();

    @Override
    public long getAsLong() {
        return System.nanoTime() + pushed.get();
    }

    void pass(Duration span) {
        pushed.addAndGet(span.toNanos());
    }
}
