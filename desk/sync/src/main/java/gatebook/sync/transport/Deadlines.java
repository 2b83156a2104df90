package gatebook.sync.transport;

import java.time.Duration;

/**
 * How long a request may take.
 *
 * @param total from the first byte sent to the last byte read
 * @param idle without a byte in either direction; liveness is progress, not an open socket
 */
record Deadlines(Duration total, Duration idle) {
    static final Deadlines HEALTH = new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(5));
    static final Deadlines EXCHANGE = new Deadlines(Duration.ofMinutes(5), Duration.ofSeconds(20));
    static final Deadlines STREAM = new Deadlines(Duration.ofDays(1), Duration.ofSeconds(20));

    /** The cloud speaks every 15 s on this one. */
    static final Deadlines EVENTS = new Deadlines(Duration.ofDays(3_650), Duration.ofSeconds(45));
}
