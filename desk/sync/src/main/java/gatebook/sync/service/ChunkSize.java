package gatebook.sync.service;

/**
 * How many records the engine applies in one transaction, so that none takes longer than the gate can wait: it follows
 * the time that the last one took. Used by one thread.
 */
final class ChunkSize {
    private static final long TARGET_NANOS = 14_000_000;
    private static final int LEAST = 20;
    private static final int MOST = 1_000;

    private int records = 150;

    int records() {
        return records;
    }

    void took(int applied, long nanos) {
        if (applied < LEAST) {
            return;
        }
        double fitting = applied * ((double) TARGET_NANOS / Math.max(1, nanos));
        records = (int) Math.clamp((records + fitting) / 2, LEAST, MOST);
    }
}
