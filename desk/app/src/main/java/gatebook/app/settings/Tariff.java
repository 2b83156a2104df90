package gatebook.app.settings;

import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.rules.yard.Yard;
import java.util.List;
import java.util.stream.Stream;

/** The rates in force, as a list: a price per started 24 hours. */
record Tariff(VehicleType type, Money rate) {
    private static final List<String> TYPES = List.of("Trailer", "6 Wheeler", "4 Wheeler", "2 Wheeler", "Other");

    static Stream<Tariff> of(Yard yard) {
        return TYPES.stream()
                .map(VehicleType::new)
                .map(type -> new Tariff(type, yard.rates().rate(type)));
    }
}
