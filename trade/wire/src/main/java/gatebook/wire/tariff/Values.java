package gatebook.wire.tariff;

import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.entry.SiteTime;
import gatebook.wire.json.JsonIn;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a tariff, each noted as a fault and answered by nothing where it is not what it should be. */
final class Values {
    private static final Duration SPAN_MAX = Duration.ofDays(36_525);

    private final JsonIn in;
    private final ZoneId zone;
    private final Currency currency;

    Values(JsonIn in, ZoneId zone, Currency currency) {
        this.in = in;
        this.zone = zone;
        this.currency = currency;
    }

    @Nullable
    VehicleType type(String place) {
        String text = in.text(place);
        if (text != null && (text.isBlank() || text.length() > VehicleType.LENGTH_MAX)) {
            in.fault(place, FieldFault.TOO_LONG, "1 to " + VehicleType.LENGTH_MAX + " characters, or *");
            return null; // just noted
        }
        return text == null ? null : new VehicleType(text);
    }

    Optional<Instant> time(String place) {
        String text = in.text(place);
        Optional<Instant> time = text == null ? Optional.empty() : SiteTime.parse(text, zone);
        if (text != null && time.isEmpty()) {
            in.fault(place, FieldFault.NOT_A_TIME, "a time such as 2022-02-08T00:00:00+05:30");
        }
        return time;
    }

    /** A time of day. */
    Optional<LocalTime> clock(String place, @Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalTime.parse(text));
        } catch (DateTimeException notATime) {
            in.fault(place, FieldFault.NOT_A_TIME, "a time of day such as 05:00");
            return Optional.empty();
        }
    }

    /** A number of whole seconds, from none to a hundred years. */
    @Nullable
    Duration span(String place) {
        String text = in.text(place);
        if (text == null) {
            return null; // noted as a fault by the read of the text
        }
        try {
            Duration span = Duration.parse(text);
            if (!span.isNegative()
                    && span.equals(span.truncatedTo(ChronoUnit.SECONDS))
                    && span.compareTo(SPAN_MAX) <= 0) {
                return span;
            }
        } catch (DateTimeException notASpan) {
            // told below
        }
        in.fault(place, FieldFault.NOT_A_TIME, "a span of whole seconds such as PT2H or PT30M");
        return null; // just noted
    }

    /** As {@link #span}, but not none. */
    @Nullable
    Duration longSpan(String place) {
        Duration span = span(place);
        if (span != null && span.isZero()) {
            in.fault(place, FieldFault.NEGATIVE, "at least a second");
            return null; // just noted
        }
        return span;
    }

    @Nullable
    Money amount(String place) {
        BigDecimal major = in.decimal(place);
        if (major == null) {
            return null; // noted as a fault by the read of the number
        }
        if (major.signum() < 0) {
            in.fault(place, FieldFault.NEGATIVE, "an amount is not below zero");
            return null; // just noted
        }
        try {
            return Money.ofMajor(major, currency);
        } catch (ArithmeticException tooPrecise) {
            in.fault(place, FieldFault.TOO_PRECISE, "at most " + currency.getDefaultFractionDigits() + " decimals");
        } catch (IllegalArgumentException tooLarge) {
            in.fault(place, FieldFault.TOO_LARGE, "too large an amount");
        }
        return null; // just noted
    }

    long whole(String place, long most) {
        long number = in.whole(place, 0);
        if (number > most) {
            in.fault(place, FieldFault.TOO_LARGE, "at most " + most);
            return 0;
        }
        return number;
    }
}
