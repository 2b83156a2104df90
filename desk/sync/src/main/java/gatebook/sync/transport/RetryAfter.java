package gatebook.sync.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {
    private static final int DIGITS_MAX = 9;

    private RetryAfter() {}

    /** The wait that the header asks for; null for one that cannot be read. May be negative or absurdly long. */
    static @Nullable Duration parse(@Nullable String header, Instant now) {
        if (header == null) {
            return null; // the cloud does not say
        }
        String text = header.strip();
        if (text.matches("-?\\d{1," + DIGITS_MAX + "}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException notADate) {
            return null; // as if it did not say
        }
    }
}
