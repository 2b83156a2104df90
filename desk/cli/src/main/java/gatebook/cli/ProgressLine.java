package gatebook.cli;

import java.util.Locale;
import java.util.function.LongSupplier;

/** What a person is told of how far a run is: the share, the words, and once it can be told, the pace and the time left. */
final class ProgressLine {
    private static final double SECONDS_BEFORE_A_GUESS = 2;
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final long begun;

    /**
     * @param nanos a clock that only goes forward
     */
    ProgressLine(LongSupplier nanos) {
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** The line for a share of the run, 0 to 1. */
    String of(String message, double fraction) {
        String line = String.format(Locale.ROOT, "%3d %%  %s", Math.round(fraction * 100), message);
        double seconds = (nanos.getAsLong() - begun) / NANOS;
        if (seconds < SECONDS_BEFORE_A_GUESS || fraction <= 0 || fraction >= 1) {
            return line;
        }
        double pace = fraction / seconds;
        double left = Math.ceil((1 - fraction) / pace);
        return line + String.format(Locale.ROOT, " (%.1f %%/s, about %.0f s left)", pace * 100, left);
    }
}
