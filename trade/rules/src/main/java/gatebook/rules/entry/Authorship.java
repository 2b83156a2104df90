package gatebook.rules.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Who wrote the entry and when, by the clock of the desk; times are kept to the millisecond, as they travel. */
public record Authorship(String createdBy, Instant createdAt, Instant lastModified) {
    public Authorship {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        lastModified = lastModified.truncatedTo(ChronoUnit.MILLIS);
    }

    public Authorship touched(Instant at) {
        return new Authorship(createdBy, createdAt, at);
    }
}
