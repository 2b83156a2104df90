package gatebook.wire.entry;

import gatebook.wire.json.InstantText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Reads a time as people and programs write it: with an offset, or without one in the zone of the site. */
public final class SiteTime {
    private SiteTime() {}

    /** The instant cut to whole milliseconds; empty for anything but an ISO-8601 date and time. */
    public static Optional<Instant> parse(String text, ZoneId zone) {
        Instant canonical = InstantText.read(text);
        if (canonical != null) {
            return Optional.of(canonical);
        }
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text, java.time.OffsetDateTime::from, LocalDateTime::from);
            Instant instant =
                    time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time);
            return Optional.of(instant.truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
