package gatebook.api.events;

import java.time.Duration;

/**
 * How often an open line says something.
 *
 * @param commentEvery the longest silence
 * @param tokenAskedEvery the longest time for which a desk that was shut out hears on
 */
public record EventPace(Duration commentEvery, Duration tokenAskedEvery) {
    /** What the protocol promises: a comment every 15 s, and an end within a minute of being shut out. */
    public static final EventPace USUAL = new EventPace(Duration.ofSeconds(15), Duration.ofSeconds(30));
}
