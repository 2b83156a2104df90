package gatebook.sync.engine;

import java.time.Duration;

/**
 * The engine's limits.
 *
 * @param interval between cycles that nothing else wakes
 * @param batchMax operations in one push
 * @param triesMax tries of one request within a cycle
 * @param backoff before the second try; doubled before each further one
 * @param retryAfterMin the least wait that a cloud may ask for
 * @param retryAfterMax the longest wait that a cloud may ask for
 * @param roundsMax times that a cycle pushes and pulls anew because merging gave it something to send
 * @param endedKept how long operations stay in the queue once they were sent: a cloud that lost its last hours needs them
 */
public record EngineSettings(
        Duration interval,
        int batchMax,
        int triesMax,
        Duration backoff,
        Duration retryAfterMin,
        Duration retryAfterMax,
        int roundsMax,
        Duration endedKept) {
    /** What docs/protocol.md names. */
    public static final EngineSettings DEFAULT = new EngineSettings(
            Duration.ofSeconds(30),
            500,
            3,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(15),
            8,
            Duration.ofDays(30));

    public EngineSettings withInterval(Duration other) {
        return new EngineSettings(
                other, batchMax, triesMax, backoff, retryAfterMin, retryAfterMax, roundsMax, endedKept);
    }

    public EngineSettings withEndedKept(Duration other) {
        return new EngineSettings(
                interval, batchMax, triesMax, backoff, retryAfterMin, retryAfterMax, roundsMax, other);
    }
}
