package gatebook.app.exit;

import gatebook.rules.entry.Entry;
import gatebook.rules.money.Money;
import gatebook.rules.tariff.Quote;
import gatebook.rules.yard.Yard;
import gatebook.store.operation.Departure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle owes at one moment, by the judgement that the register uses as well. What is shown is what is charged: the
 * exit is written with the moment of the bill.
 *
 * @param at when the vehicle would leave
 * @param rate the price of one started day
 * @param setByHand a fee set against the tariff; null where nobody set one
 */
record Bill(
        Entry entry,
        Yard yard,
        Instant at,
        Money rate,
        Quote quote,
        @Nullable FeeByHand setByHand) {
    static Bill of(Entry entry, Yard yard, Instant at) {
        return of(entry, yard, at, null);
    }

    private static Bill of(Entry entry, Yard yard, Instant at, @Nullable FeeByHand setByHand) {
        Quote quote = yard.rates().quote(entry.description().vehicleType(), entry.entryTime(), at);
        Money rate = yard.rates().rate(entry.description().vehicleType());
        return new Bill(entry, yard, at, rate, quote, setByHand);
    }

    Bill at(Instant moment) {
        return of(entry, yard, moment, setByHand);
    }

    Bill with(Entry changed) {
        return of(changed, yard, at, setByHand);
    }

    Bill with(FeeByHand fee) {
        return of(entry, yard, at, fee);
    }

    Bill byTariff() {
        return of(entry, yard, at);
    }

    Optional<FeeByHand> byHand() {
        return Optional.ofNullable(setByHand);
    }

    /** The fee by the tariff; empty where the exit would lie before the entry. */
    Optional<Money> computed() {
        return switch (quote) {
            case Quote.Priced(Money fee, long days) -> Optional.of(fee);
            case Quote.ExitBeforeEntry() -> Optional.empty();
        };
    }

    /** Started days; 0 where the exit would lie before the entry. */
    long days() {
        return switch (quote) {
            case Quote.Priced(Money fee, long days) -> days;
            case Quote.ExitBeforeEntry() -> 0;
        };
    }

    /** What is owed: by hand where somebody set it, else by the tariff. */
    Optional<Money> fee() {
        return byHand().map(FeeByHand::fee).or(this::computed);
    }

    Duration stay() {
        return Duration.between(entry.entryTime(), at);
    }

    boolean isOverstay() {
        return stay().compareTo(yard.overstayAfter()) > 0;
    }

    /** The exit as it is to be written. */
    Departure departure(Departure.Settlement settlement, String attendant) {
        return new Departure(
                settlement,
                byHand().map(FeeByHand::fee).orElse(null),
                byHand().map(FeeByHand::reason).orElse(null),
                at,
                attendant);
    }
}
