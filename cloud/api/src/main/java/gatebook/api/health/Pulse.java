package gatebook.api.health;

import gatebook.ledger.Ledger;
import java.time.Duration;

/** Whether the database answers, asked at most once a second however many want to know. */
final class Pulse {
    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

    private final Ledger ledger;
    private long askedNanos;
    private boolean asked;
    private boolean beats;

    Pulse(Ledger ledger) {
        this.ledger = ledger;
    }

    synchronized boolean beats() {
        long now = System.nanoTime();
        if (!asked || now - askedNanos >= ASKED_EVERY.toNanos()) {
            beats = ledger.isReachable();
            asked = true;
            askedNanos = System.nanoTime();
        }
        return beats;
    }
}
