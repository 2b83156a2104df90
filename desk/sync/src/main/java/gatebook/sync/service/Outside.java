package gatebook.sync.service;

import gatebook.store.exchange.Position;
import gatebook.sync.engine.Timer;
import java.time.Duration;

/** What {@link BookWork} leaves to whoever has a line, a clock and time to wait: threads in the product, a queue in proofs. */
public interface Outside {
    /** Carries it out, and tells the book's work what came of it. Returns at once. */
    void ask(Errand<?, ?> errand);

    /** Loads from there, handing over stretch by stretch and then the end, or a failure. Returns at once. */
    void load(Position from);

    /** Sets a timer anew. */
    void set(Timer timer, Duration delay);

    /** The clocks' difference when last heard, cloud minus desk. */
    long clockSkewMillis();

    /** An order has been carried out. */
    void report(long ticket, RunReport report);
}
