package gatebook.store.exchange;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** The seed's progressive backoff for refused operations: 30 s, 5 min, 30 min, 1 h, and from there on with jitter. */
public final class RetryDelays {
    private static final List<Duration> DELAYS =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(1));

    private final RandomGenerator random;

    public RetryDelays(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param failures how many tries have failed before this one
     */
    Duration after(int failures) {
        if (failures < DELAYS.size()) {
            return DELAYS.get(failures);
        }
        long cap = DELAYS.getLast().toMillis();
        return Duration.ofMillis(cap + random.nextLong(cap / 4));
    }

    Duration first() {
        return DELAYS.getFirst();
    }
}
