package gatebook.rules.tariff;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, from its first instant to its last. */
public record Span(Instant from, Instant to) {
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
        }
    }

    Duration length() {
        return Duration.between(from, to);
    }
}
