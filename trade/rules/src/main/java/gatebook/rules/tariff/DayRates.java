package gatebook.rules.tariff;

import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A price per started 24 h from entry, by vehicle type: the first yard's rule. Whole seconds count:
 * 24:00:00 is still the first day, 24:00:01 the second; the first day is charged from the start.
 */
public final class DayRates {
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private final Map<String, Money> rateByTypeKey;
    private final Money anyOther;

    /**
     * @param rates by type; spellings of one type share a rate, and two rates for them are refused
     * @param anyOther the rate of a type that has none of its own
     */
    public DayRates(Map<VehicleType, Money> rates, Money anyOther) {
        this.rateByTypeKey = rates.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        rate -> rate.getKey().key(), Map.Entry::getValue, DayRates::oneRate));
        this.anyOther = anyOther;
    }

    private static Money oneRate(Money rate, Money other) {
        if (!rate.equals(other)) {
            throw new IllegalArgumentException("two rates for one vehicle type: " + rate + " and " + other);
        }
        return rate;
    }

    public Quote quote(VehicleType type, Instant entry, Instant exit) {
        if (exit.isBefore(entry)) {
            return new Quote.ExitBeforeEntry();
        }
        long seconds = Duration.between(entry, exit).toSeconds();
        long days = Math.max(1, Math.ceilDiv(seconds, DAY_SECONDS));
        return new Quote.Priced(rate(type).times(days), days);
    }

    /** The price of one started day. */
    public Money rate(VehicleType type) {
        return rateByTypeKey.getOrDefault(type.key(), anyOther);
    }
}
