package gatebook.api.health;

import gatebook.ledger.Ledger;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether the database answers, asked at most once a second however many want to know. */
final class Pulse {
    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final LongSupplier nanoTime;
    private long askedNanos;
    private boolean asked;
    private boolean beats;

    Pulse(Ledger ledger, LongSupplier nanoTime) {
        this.ledger = ledger;
        this.nanoTime = nanoTime;
    }

    synchronized boolean beats() {
        long now = nanoTime.getAsLong();
        if (!asked || now - askedNanos >= ASKED_EVERY.toNanos()) {
            beats = ledger.isReachable();
            asked = true;
            askedNanos = nanoTime.getAsLong();
        }
        return beats;
    }
}
