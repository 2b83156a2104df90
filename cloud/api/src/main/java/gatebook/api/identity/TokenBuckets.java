package gatebook.api.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often each of many callers may ask: a bucket each that fills at a steady rate up to a burst. Counted in this
 * process only. Of too many callers, the one not seen for longest is forgotten. Thread-safe.
 */
public final class TokenBuckets {
    private static final int CALLERS_MAX = 50_000;

    /**
     * What one caller may do.
     *
     * @param burst requests at once after a pause
     * @param every the time in which one more becomes free
     */
    public record Rate(int burst, Duration every) {
        public Rate {
            if (burst < 1 || every.isNegative() || every.isZero()) {
                throw new IllegalArgumentException("a rate lets something through, but not all");
            }
        }
    }

    private static final class Bucket {
        private long freeNanos;
        private long seenNanos;
    }

    private final Rate rate;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CALLERS_MAX;
        }
    };

    public TokenBuckets(Rate rate, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
    }

    /** Takes one request out of the caller's bucket; if it is empty, answers after what time one is free. */
    public synchronized Optional<Duration> take(String caller) {
        long every = rate.every().toNanos();
        Bucket bucket = filled(caller);
        if (bucket.freeNanos < every) {
            return Optional.of(Duration.ofNanos(every - bucket.freeNanos).plusSeconds(1));
        }
        bucket.freeNanos -= every;
        return Optional.empty();
    }

    /** Puts back one request that turned out not to count. */
    public synchronized void giveBack(String caller) {
        Bucket bucket = filled(caller);
        bucket.freeNanos = Math.min(full(), bucket.freeNanos + rate.every().toNanos());
    }

    private Bucket filled(String caller) {
        long now = nanoTime.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(caller, unseen -> {
            Bucket fresh = new Bucket();
            fresh.freeNanos = full();
            fresh.seenNanos = now;
            return fresh;
        });
        bucket.freeNanos = Math.min(full(), bucket.freeNanos + (now - bucket.seenNanos));
        bucket.seenNanos = now;
        return bucket;
    }

    private long full() {
        return rate.burst() * rate.every().toNanos();
    }
}
