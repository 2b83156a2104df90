package gatebook.cli;

import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.entry.SiteTime;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads what a person typed behind options, and collects what is wrong with it, so that all of it is told at once. */
final class Typed {
    private static final int DIGITS_MAX = 40;
    private static final int REASON_MAX = 500;

    /** What the runtime makes of bytes that are no characters: they were never typed. */
    private static final char UNREADABLE = '\uFFFD';

    private final ZoneId zone;
    private final List<FieldError> faults = new ArrayList<>();

    Typed(ZoneId zone) {
        this.zone = zone;
    }

    List<FieldError> faults() {
        return List.copyOf(faults);
    }

    /** The number of a run, an operation or a finding; empty for anything else that was typed. */
    static OptionalLong number(String text) {
        return text.strip().matches("-?[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(text.strip()))
                : OptionalLong.empty();
    }

    /** A time with an offset, or one of the site's zone; null if none was typed, or not a time. */
    @Nullable
    Instant time(String field, @Nullable String text) {
        if (text == null) {
            return null; // nothing was typed
        }
        Optional<Instant> time = SiteTime.parse(text.strip().replaceFirst(" (?=\\d)", "T"), zone);
        if (time.isEmpty()) {
            faults.add(new FieldError(
                    field,
                    FieldFault.NOT_A_TIME,
                    "a time such as 2026-11-22T12:10:10 (of " + zone + ") or with an offset"));
            return null; // just noted
        }
        return between1970And2199(field, time.get());
    }

    /** As {@link #time}, or a whole day, of which the first instant counts. */
    @Nullable
    Instant from(@Nullable String text) {
        Optional<LocalDate> day = day(text);
        return day.isPresent() ? day.get().atStartOfDay(zone).toInstant() : time("from", text);
    }

    /** As {@link #time}, or a whole day, which is meant to its end; the answer is the first instant that is too late. */
    @Nullable
    Instant to(@Nullable String text) {
        Optional<LocalDate> day = day(text);
        return day.isPresent() ? day.get().plusDays(1).atStartOfDay(zone).toInstant() : time("to", text);
    }

    /** A day of the site's calendar; {@code today} if none was typed. */
    LocalDate date(String field, @Nullable String text, LocalDate today) {
        Optional<LocalDate> day = day(text);
        if (text != null && day.isEmpty()) {
            faults.add(new FieldError(field, FieldFault.NOT_A_TIME, "a day such as 2026-11-22"));
        }
        return day.orElse(today);
    }

    /** An amount in major units; null if none was typed, or not an amount. */
    @Nullable
    Money amount(String field, @Nullable String text, Currency currency) {
        if (text == null) {
            return null; // nothing was typed
        }
        try {
            if (text.length() <= DIGITS_MAX) {
                return Money.ofMajor(new BigDecimal(text.strip()), currency);
            }
            faults.add(new FieldError(field, FieldFault.TOO_LARGE, "too large an amount"));
        } catch (NumberFormatException notANumber) {
            faults.add(new FieldError(field, FieldFault.WRONG_TYPE, "a number such as 225.00"));
        } catch (ArithmeticException tooPrecise) {
            String detail = "at most " + currency.getDefaultFractionDigits() + " decimals";
            faults.add(new FieldError(field, FieldFault.TOO_PRECISE, detail));
        } catch (IllegalArgumentException tooLarge) {
            faults.add(new FieldError(field, FieldFault.TOO_LARGE, "too large an amount"));
        }
        return null; // just noted
    }

    /** A class of vehicle; null if it is none. */
    @Nullable
    VehicleType vehicleType(String field, String text) {
        if (text.isBlank() || text.length() > VehicleType.LENGTH_MAX) {
            faults.add(
                    new FieldError(field, FieldFault.TOO_LONG, "has 1 to " + VehicleType.LENGTH_MAX + " characters"));
            return null; // just noted
        }
        return new VehicleType(text);
    }

    /** A text that is not kept in a field of an entry: a reason, or who did it. */
    @Nullable
    String words(String field, @Nullable String text) {
        if (text != null && text.length() > REASON_MAX) {
            String detail = "at most " + REASON_MAX + " characters, not " + text.length();
            faults.add(new FieldError(field, FieldFault.TOO_LONG, detail));
        } else if (text != null && !EntryRules.isReadable(text)) {
            faults.add(new FieldError(field, FieldFault.BAD_TEXT, "holds a control character or half a character"));
        } else {
            readable(field, text);
        }
        return text;
    }

    /** Notes bytes that the terminal sent and that are no characters, which no rule could tell any more. */
    void readable(String field, @Nullable String text) {
        if (text != null && text.indexOf(UNREADABLE) >= 0) {
            faults.add(new FieldError(field, FieldFault.BAD_TEXT, "holds bytes that are no characters; type it anew"));
        }
    }

    private @Nullable Instant between1970And2199(String field, Instant time) {
        if (time.isBefore(EntryRules.TIME_MIN) || !time.isBefore(EntryRules.TIME_END)) {
            faults.add(new FieldError(field, FieldFault.ABSURD_TIME, "a time lies between 1970 and 2199"));
            return null; // just noted
        }
        return time;
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
