package gatebook.rules.yard;

import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.rules.tariff.DayRates;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;

/**
 * The settings of one site that the rules depend on.
 *
 * @param capacity places for vehicles
 * @param overstayAfter the length of stay from which a vehicle is flagged
 */
public record Yard(ZoneId zone, Currency currency, int capacity, Duration overstayAfter, DayRates rates) {
    public Yard {
        if (capacity < 1) {
            throw new IllegalArgumentException("a yard has at least one place, not " + capacity);
        }
        if (overstayAfter.isNegative()) {
            throw new IllegalArgumentException("an overstay begins after entry, not " + overstayAfter);
        }
    }

    /** The first yard's settings, which are the defaults. */
    public static Yard first() {
        return of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR"));
    }

    /** The first yard's numbers in another zone and currency. */
    public static Yard of(ZoneId zone, Currency currency) {
        long unit = Math.powExact(10L, currency.getDefaultFractionDigits());
        DayRates rates = new DayRates(
                Map.of(
                        new VehicleType("Trailer"), new Money(225 * unit, currency),
                        new VehicleType("6 Wheeler"), new Money(150 * unit, currency),
                        new VehicleType("4 Wheeler"), new Money(100 * unit, currency),
                        new VehicleType("2 Wheeler"), new Money(50 * unit, currency)),
                new Money(100 * unit, currency));
        return new Yard(zone, currency, 100, Duration.ofHours(24), rates);
    }
}
