package gatebook.files.importing;

/**
 * How often each digest was seen, by its first 128 bits in flat arrays: some 40 bytes each, where a map of objects takes
 * three times that. Not thread-safe.
 */
final class DigestCounts {
    private static final int FIRST_SLOTS = 1 << 12;

    private long[] keys = new long[2 * FIRST_SLOTS];
    private int[] counts = new int[FIRST_SLOTS];
    private int held;

    /** Counts one more; how often it was seen now. */
    int add(Digest digest) {
        if (held * 2 >= counts.length) {
            grow();
        }
        int slot = slot(digest.high(), digest.low());
        if (counts[slot] == 0) {
            keys[2 * slot] = digest.high();
            keys[2 * slot + 1] = digest.low();
            held++;
        }
        return ++counts[slot];
    }

    private int slot(long high, long low) {
        int slot = (int) high & counts.length - 1;
        while (counts[slot] != 0 && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) {
            slot = slot + 1 & counts.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int old = 0; old < oldCounts.length; old++) {
            if (oldCounts[old] != 0) {
                int slot = slot(oldKeys[2 * old], oldKeys[2 * old + 1]);
                keys[2 * slot] = oldKeys[2 * old];
                keys[2 * slot + 1] = oldKeys[2 * old + 1];
                counts[slot] = oldCounts[old];
            }
        }
    }
}
