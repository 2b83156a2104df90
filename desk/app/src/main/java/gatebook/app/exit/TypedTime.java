package gatebook.app.exit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A time as an attendant types it: the hour alone, meaning the day that stood there, or a day and an hour. */
final class TypedTime {
    private static final DateTimeFormatter SHOWN = form("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter HOUR = form("H:mm");
    private static final List<DateTimeFormatter> WHOLE =
            List.of(form("uuuu-M-d H:mm"), form("uuuu-M-d H:mm:ss"), form("d-M-uuuu H:mm"), form("d/M/uuuu H:mm"));

    private TypedTime() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The form in which a time is offered for correction. */
    static String show(Instant time, ZoneId zone) {
        return SHOWN.format(time.atZone(zone));
    }

    /** The time that was meant; empty where none can be read. */
    static Optional<Instant> read(String typed, Instant stood, ZoneId zone) {
        String text = typed.strip().replace('T', ' ').replaceAll("\\s+", " ");
        Optional<Instant> hour = hour(text, stood, zone);
        return hour.isPresent()
                ? hour
                : WHOLE.stream()
                        .flatMap(form -> whole(text, form, zone).stream())
                        .findFirst();
    }

    private static Optional<Instant> hour(String text, Instant stood, ZoneId zone) {
        try {
            LocalDate day = LocalDate.ofInstant(stood, zone);
            return Optional.of(
                    day.atTime(LocalTime.parse(text, HOUR)).atZone(zone).toInstant());
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> whole(String text, DateTimeFormatter form, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text, form).atZone(zone).toInstant());
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }
}
