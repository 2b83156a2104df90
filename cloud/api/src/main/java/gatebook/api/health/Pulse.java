package gatebook.api.health;

import gatebook.ledger.Ledger;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether the database answers, asked at most once a second however many want to know. Nobody waits long to hear that it
 * does not: a desk gives its question five seconds.
 */
final class Pulse {
    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);
    private static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final LongSupplier nanoTime;
    private long askedNanos;
    private CompletableFuture<Boolean> asked = CompletableFuture.completedFuture(false);
    private boolean everAsked;

    Pulse(Ledger ledger, LongSupplier nanoTime) {
        this.ledger = ledger;
        this.nanoTime = nanoTime;
    }

    /** One that has not answered yet counts as one that does not. */
    boolean beats() {
        return asking().completeOnTimeout(false, WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private synchronized CompletableFuture<Boolean> asking() {
        long now = nanoTime.getAsLong();
        if (!everAsked || (asked.isDone() && now - askedNanos >= ASKED_EVERY.toNanos())) {
            everAsked = true;
            askedNanos = now;
            asked = CompletableFuture.supplyAsync(
                    ledger::isReachable,
                    question -> Thread.ofVirtual().name("pulse").start(question));
        }
        return asked.copy();
    }
}
