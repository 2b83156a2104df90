package gatebook.rules.tariff;

import gatebook.rules.entry.VehicleType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A yard's tariffs: a class's own before the one for any, of these the one that came into force last. */
public record FeeTable(Currency currency, ZoneId zone, List<Tariff> tariffs) {
    public FeeTable {
        tariffs = List.copyOf(tariffs);
    }

    /** The price of a stay by the tariff in force at its entry; whole seconds count. */
    public FeeAnswer quote(VehicleType type, Instant entry, Instant exit) {
        if (exit.isBefore(entry)) {
            return new FeeAnswer.ExitBeforeEntry();
        }
        Instant end = entry.plusSeconds(Duration.between(entry, exit).toSeconds());
        return inForce(type, entry)
                .map(tariff -> new Reckoning(tariff, zone, currency).of(new Span(entry, end)))
                .orElseGet(FeeAnswer.NoTariff::new);
    }

    private Optional<Tariff> inForce(VehicleType type, Instant entry) {
        return latest(entry, tariff -> tariff.isFor(type))
                .or(() -> latest(entry, tariff -> tariff.type().equals(Tariff.ANY)));
    }

    private Optional<Tariff> latest(Instant entry, Predicate<Tariff> fits) {
        return tariffs.stream()
                .filter(fits)
                .filter(tariff -> !tariff.validFrom().isAfter(entry))
                .max(Comparator.comparing(Tariff::validFrom));
    }
}
