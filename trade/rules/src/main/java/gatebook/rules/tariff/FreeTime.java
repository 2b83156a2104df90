package gatebook.rules.tariff;

import java.time.Duration;

/** The first minutes of a stay, for which nothing is asked; none where they are zero. */
public record FreeTime(Duration span, Mode mode) {
    /** What becomes of the free minutes of a stay that is longer. */
    public enum Mode {
        /** They are charged as well: the stay counts from its start. */
        THRESHOLD,
        /** They stay free: the stay counts from their end. */
        ALLOWANCE
    }

    public FreeTime {
        Band.whole(span, "free time");
    }

    /** Whether a stay of that length costs nothing. */
    boolean covers(Duration stay) {
        return !span.isZero() && stay.compareTo(span) <= 0;
    }

    /** How much of a longer stay is not counted. */
    Duration uncounted() {
        return mode == Mode.ALLOWANCE ? span : Duration.ZERO;
    }
}
