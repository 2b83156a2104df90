package gatebook.rules.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.rules.yard.Yard;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class DayRatesTest {
    private static final Currency INR = Currency.getInstance("INR");
    private static final Instant TEN = Instant.parse("2024-01-15T04:30:00Z");
    private static final VehicleType TRAILER = new VehicleType("Trailer");

    private final DayRates rates = Yard.first().rates();

    @ParameterizedTest(name = "{1} from {2} to {3} costs {4}")
    @CsvFileSource(resources = "/first-yard-vectors.csv", numLinesToSkip = 1)
    void chargesWhatTheFirstYardCharges(
            String tariff, String type, OffsetDateTime entry, OffsetDateTime exit, BigDecimal fee) {
        assertThat(tariff).isEqualTo("first-yard.json");
        assertThat(rates.quote(new VehicleType(type), entry.toInstant(), exit.toInstant()))
                .isInstanceOfSatisfying(
                        Quote.Priced.class, priced -> assertThat(priced.fee()).isEqualTo(Money.ofMajor(fee, INR)));
    }

    @ParameterizedTest(name = "{0} ms are {1} days")
    @CsvSource({"0, 1", "86400000, 1", "86400999, 1", "86401000, 2", "172800000, 2", "172801000, 3"})
    void countsWholeSecondsOnly(long stayMs, long days) {
        assertThat(rates.quote(TRAILER, TEN, TEN.plusMillis(stayMs)))
                .isInstanceOfSatisfying(
                        Quote.Priced.class, priced -> assertThat(priced.days()).isEqualTo(days));
    }

    @Test
    void neverPricesAnExitBeforeTheEntry() {
        assertThat(rates.quote(TRAILER, TEN, TEN.minusMillis(1))).isEqualTo(new Quote.ExitBeforeEntry());
    }

    @ParameterizedTest(name = "{0} is charged {1}")
    @CsvSource({"6-wheeler, 150", "6WHEELER, 150", "６ Wheeler, 150", "trailer, 225", "Trailers, 100", "--, 100"})
    void chargesSpellingsOfOneClassAlike(String type, BigDecimal major) {
        assertThat(rates.rate(new VehicleType(type))).isEqualTo(Money.ofMajor(major, INR));
    }

    @Test
    void takesTwoSpellingsOfAClassAtOneRateButNotAtTwo() {
        Money rate = new Money(15000, INR);
        VehicleType spaced = new VehicleType("6 Wheeler");
        VehicleType dashed = new VehicleType("6-wheeler");
        assertThat(new DayRates(Map.of(spaced, rate, dashed, rate), rate).rate(dashed))
                .isEqualTo(rate);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DayRates(Map.of(spaced, rate, dashed, new Money(1, INR)), rate));
    }
}
