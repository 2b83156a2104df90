package gatebook.ledger.news;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Who waits for news of one site, and holds the newest until he looks. What listens for all of them runs nothing of
 * theirs, so that none can keep another from hearing. Thread-safe; one thread waits.
 */
public final class NewsReader {
    private final Semaphore calls = new Semaphore(0);
    private final AtomicReference<Heard> newest = new AtomicReference<>(new Heard.Missed());

    void hear(Heard heard) {
        newest.set(heard);
        calls.release();
    }

    /** Ends the waiting as if something had been heard. */
    public void wake() {
        calls.release();
    }

    /** The newest that was heard since the last time; empty if nothing was in so long a time. */
    public Optional<Heard> await(Duration longest) throws InterruptedException {
        if (!calls.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        calls.drainPermits();
        return Optional.of(newest.get());
    }
}
