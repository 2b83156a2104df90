package gatebook.app.words;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** Times as the site's clocks show them, written as the reader's language does. */
public final class Times {
    private final ZoneId zone;
    private final Clock clock;
    private final Words words;
    private final DateTimeFormatter whole;
    private final DateTimeFormatter day;
    private final DateTimeFormatter hour;

    public Times(ZoneId zone, Clock clock, Words words) {
        this.zone = zone;
        this.clock = clock;
        this.words = words;
        this.whole = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(words.locale());
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.locale());
        this.hour = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(words.locale());
    }

    public ZoneId zone() {
        return zone;
    }

    /** Day and time to the second; empty for none. */
    public String whole(@Nullable Instant time) {
        return time == null ? "" : whole.format(time.atZone(zone));
    }

    /** The time alone today, else the day and the time; empty for none. */
    public String brief(@Nullable Instant time) {
        if (time == null) {
            return "";
        }
        LocalDate date = time.atZone(zone).toLocalDate();
        String clockTime = hour.format(time.atZone(zone));
        return date.equals(today()) ? clockTime : day.format(date) + " " + clockTime;
    }

    /** The site's day now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** How long ago that was, or will have been. */
    public String since(Instant time) {
        return Spans.of(Duration.between(time, clock.instant()), words);
    }

    public Words words() {
        return words;
    }
}
