package gatebook.sync.service;

import gatebook.sync.engine.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The engine's timers on a clock that only goes forward. Used by one thread. */
final class Timers {
    private final LongSupplier nanos;
    private final Map<Timer, Long> due = new EnumMap<>(Timer.class);

    Timers(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void set(Timer timer, Duration delay) {
        due.put(timer, nanos.getAsLong() + delay.toNanos());
    }

    /** How long until one runs out, at most {@code most}; never negative. */
    Duration untilNext(Duration most) {
        long now = nanos.getAsLong();
        long nearest = due.values().stream()
                .mapToLong(at -> Math.max(0, at - now))
                .min()
                .orElse(Long.MAX_VALUE);
        return nearest < most.toNanos() ? Duration.ofNanos(nearest) : most;
    }

    /** A timer that has run out, taken off; empty if none has. */
    Optional<Timer> expired() {
        long now = nanos.getAsLong();
        Optional<Timer> timer = due.entrySet().stream()
                .filter(one -> one.getValue() - now <= 0)
                .map(Map.Entry::getKey)
                .findFirst();
        timer.ifPresent(due::remove);
        return timer;
    }
}
