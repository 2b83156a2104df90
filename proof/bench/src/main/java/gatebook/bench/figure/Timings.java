package gatebook.bench.figure;

import java.util.Arrays;

/** How long each of many like steps took. Used by one thread. */
public final class Timings {
    private long[] nanos = new long[1_024];
    private int count;

    public void add(long tookNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = tookNanos;
    }

    public int count() {
        return count;
    }

    /** The time in milliseconds within which this share of the steps was done. */
    public double percentileMillis(double percent) {
        if (count == 0) {
            throw new IllegalStateException("nothing was timed");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int at = (int) Math.ceil(percent / 100 * count) - 1;
        return sorted[Math.clamp(at, 0, count - 1)] / 1e6;
    }

    /** Steps a second, were they done one straight after the other. */
    public double perSecond() {
        long sum = 0;
        for (int at = 0; at < count; at++) {
            sum += nanos[at];
        }
        return count * 1e9 / Math.max(1, sum);
    }

    /** The middle of a few numbers. */
    public static double median(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
