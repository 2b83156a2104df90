package gatebook.sync.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait, with jitter, so that desks which lost the cloud together do not come back together. */
final class Backoff {
    private final EngineSettings settings;
    private final RandomGenerator random;

    Backoff(EngineSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** Before another try, {@code tries} having been made; what the cloud asks for is obeyed within bounds. */
    Duration before(int tries, @Nullable Duration asked) {
        if (asked != null) {
            Duration within = asked.compareTo(settings.retryAfterMin()) < 0
                    ? settings.retryAfterMin()
                    : asked.compareTo(settings.retryAfterMax()) > 0 ? settings.retryAfterMax() : asked;
            return jittered(within);
        }
        return jittered(settings.backoff().multipliedBy(1L << Math.min(tries - 1, 10)));
    }

    /** Until the next cycle on its own. */
    Duration interval() {
        return jittered(settings.interval());
    }

    /** Up to a quarter longer, never shorter. */
    private Duration jittered(Duration span) {
        long millis = span.toMillis();
        return Duration.ofMillis(millis + random.nextLong(Math.max(1, millis / 4)));
    }
}
