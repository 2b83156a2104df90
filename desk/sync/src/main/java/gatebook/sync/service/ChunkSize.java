package gatebook.sync.service;

import java.time.Duration;

/**
 * How many records the engine applies in one transaction, so that none takes longer than somebody else can wait: it follows
 * the time that the last one took. Used by one thread.
 */
final class ChunkSize {
    private static final int LEAST = 20;
    private static final int FIRST = 150;

    private final double targetNanos;
    private final int most;
    private int records = FIRST;

    ChunkSize(Duration target, int most) {
        this.targetNanos = target.toNanos();
        this.most = most;
    }

    int records() {
        return records;
    }

    void took(int applied, long nanos) {
        if (applied < LEAST) {
            return;
        }
        double fitting = applied * (targetNanos / Math.max(1, nanos));
        records = (int) Math.clamp((records + fitting) / 2, LEAST, most);
    }
}
