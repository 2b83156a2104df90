package gatebook.rules.entry;

import java.time.Instant;

/** Who wrote the entry and when, by the clock of the desk, to the millisecond. */
public record Authorship(String createdBy, Instant createdAt, Instant lastModified) {
    public Authorship touched(Instant at) {
        return new Authorship(createdBy, createdAt, at);
    }
}
