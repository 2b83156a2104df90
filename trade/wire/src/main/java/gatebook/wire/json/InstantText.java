package gatebook.wire.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one form of an instant, {@code 2026-11-22T06:40:10.536Z}, written and read by hand: an entry has five of them, and the
 * formatters of the JDK took as long as all the rest of its JSON.
 */
public final class InstantText {
    private static final DateTimeFormatter ANY_YEAR =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_10_000 =
            Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond();
    private static final int LENGTH = 24;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd.dddZ";

    private InstantText() {}

    /** The text; what is below a millisecond falls away. */
    public static String of(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < YEAR_0 || second >= YEAR_10_000) {
            return ANY_YEAR.format(instant);
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_OF_DAY));
        int ofDay = Math.floorMod(second, SECONDS_OF_DAY);
        char[] text = SHAPE.toCharArray();
        write(text, 0, 4, date.getYear());
        write(text, 5, 2, date.getMonthValue());
        write(text, 8, 2, date.getDayOfMonth());
        write(text, 11, 2, ofDay / 3_600);
        write(text, 14, 2, ofDay / 60 % 60);
        write(text, 17, 2, ofDay % 60);
        write(text, 20, 3, instant.getNano() / 1_000_000);
        return new String(text);
    }

    /** Reads exactly this form; null for any other, which may be a time all the same. */
    public static @Nullable Instant read(String text) {
        if (!hasShape(text)) {
            return null; // the caller tries the other forms
        }
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        if (month < 1 || month > 12 || day < 1 || day > 28 && !hasDay(text, month, day)) {
            return null; // the caller says what is wrong with it
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return null; // as above
        }
        long days = LocalDate.of(number(text, 0, 4), month, day).toEpochDay();
        return Instant.ofEpochSecond(
                days * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second, number(text, 20, 3) * 1_000_000L);
    }

    private static boolean hasDay(String text, int month, int day) {
        return day <= LocalDate.of(number(text, 0, 4), month, 1).lengthOfMonth();
    }

    private static boolean hasShape(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int at = 0; at < LENGTH; at++) {
            char wanted = SHAPE.charAt(at);
            char is = text.charAt(at);
            if (wanted == 'd' ? is < '0' || is > '9' : is != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int at = from; at < from + digits; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    private static void write(char[] text, int from, int digits, int number) {
        int left = number;
        for (int at = from + digits - 1; at >= from; at--) {
            text[at] = (char) ('0' + left % 10);
            left /= 10;
        }
    }
}
