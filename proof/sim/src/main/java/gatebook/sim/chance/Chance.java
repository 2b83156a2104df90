package gatebook.sim.chance;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Chance by SplitMix64. A fork depends on the seed and its name alone, so that a draw more in one place shifts nothing in
 * another. Used by one thread.
 */
public final class Chance implements RandomGenerator {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private long state;

    public Chance(long seed) {
        this.seed = mixed(seed + GOLDEN);
        this.state = this.seed;
    }

    /** Chance of its own for a part of the simulation. */
    public Chance fork(String part) {
        long hash = seed;
        for (int at = 0; at < part.length(); at++) {
            hash = mixed(hash + part.charAt(at) * GOLDEN);
        }
        return new Chance(hash);
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mixed(state);
    }

    /** From 0 to {@code bound}, without it. */
    public int below(int bound) {
        return (int) Math.floorMod(nextLong() >>> 1, (long) bound);
    }

    /** From {@code least} to {@code most}, both within. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True so many times in a hundred. */
    public boolean percent(int times) {
        return below(100) < times;
    }

    public <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** An id of version 7 that bears a time. */
    public UUID id(long millis) {
        long high = millis << 16 | 0x7000 | nextLong() & 0xfff;
        return new UUID(high, nextLong() & 0x3fffffffffffffffL | Long.MIN_VALUE);
    }

    private static long mixed(long value) {
        long one = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        long two = (one ^ one >>> 27) * 0x94D049BB133111EBL;
        return two ^ two >>> 31;
    }
}
