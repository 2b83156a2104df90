package gatebook.rules.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeTableTest {
    private static final Currency INR = Currency.getInstance("INR");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final VehicleType CAR = new VehicleType("Car");
    private static final Instant TEN = Instant.parse("2024-01-15T04:30:00Z");
    private static final FreeTime NONE_FREE = new FreeTime(Duration.ZERO, FreeTime.Mode.THRESHOLD);

    /** 50 for the first two hours, then 20 for each started hour. */
    private static final List<Band> TWO_HOURS_THEN_EACH =
            List.of(total("PT0S", "PT2H", 50), each("PT2H", null, 20, "PT1H"));

    private FreeTime free = NONE_FREE;
    private Cycle cycle = new Cycle.None();
    private List<Band> bands = TWO_HOURS_THEN_EACH;
    private Duration tolerance = Duration.ZERO;
    private @Nullable Money cap;
    private Tariff.Minimum minimum = Tariff.Minimum.FIRST_BAND;
    private List<NightWindow> surcharges = List.of();

    @ParameterizedTest(name = "{0} costs {1}")
    @CsvSource({"PT0S, 50", "PT2H, 50", "PT2H0.999S, 50", "PT2H1S, 70", "PT3H, 70", "PT3H1S, 90", "PT26H, 530"})
    void aBandHoldsUpToItsEndAndWithIt(Duration stay, int fee) {
        assertThat(fee(stay)).isEqualTo(inr(fee));
    }

    @ParameterizedTest(name = "{0} costs {1}")
    @CsvSource({"PT0S, 0", "PT1S, 50"})
    void withoutAMinimumAStayOfNoLengthIsFree(Duration stay, int fee) {
        minimum = Tariff.Minimum.NOTHING;
        assertThat(fee(stay)).isEqualTo(inr(fee));
    }

    @ParameterizedTest(name = "{0} costs {1}")
    @CsvSource({"PT0S, 0", "PT10M, 0", "PT10M1S, 50", "PT2H, 50", "PT2H5M, 70"})
    void aThresholdIsChargedFromTheStartOnceItIsPassed(Duration stay, int fee) {
        free = new FreeTime(Duration.ofMinutes(10), FreeTime.Mode.THRESHOLD);
        assertThat(fee(stay)).isEqualTo(inr(fee));
    }

    @ParameterizedTest(name = "{0} costs {1}")
    @CsvSource({"PT0S, 0", "PT10M, 0", "PT10M1S, 50", "PT2H10M, 50", "PT2H10M1S, 70"})
    void anAllowanceIsNeverCounted(Duration stay, int fee) {
        free = new FreeTime(Duration.ofMinutes(10), FreeTime.Mode.ALLOWANCE);
        assertThat(fee(stay)).isEqualTo(inr(fee));
    }

    @ParameterizedTest(name = "{0} costs {1}")
    @CsvSource({"PT2H5M, 50", "PT2H5M1S, 70", "PT3H5M, 70", "PT3H5M1S, 90"})
    void aToleranceGoesBeforeEachStartedUnit(Duration stay, int fee) {
        tolerance = Duration.ofMinutes(5);
        assertThat(fee(stay)).isEqualTo(inr(fee));
    }

    @Test
    void aToleranceDoesNotTakeTheMinimumAway() {
        tolerance = Duration.ofMinutes(5);
        bands = List.of(each("PT0S", null, 20, "PT1H"));
        assertThat(fee(Duration.ofMinutes(3))).isEqualTo(inr(20));
        minimum = Tariff.Minimum.NOTHING;
        assertThat(fee(Duration.ofMinutes(3))).isEqualTo(inr(0));
    }

    @ParameterizedTest(name = "{0} costs {1}")
    @CsvSource({"PT24H, 490", "PT24H1S, 540", "PT26H, 540", "PT26H1S, 560", "PT48H1S, 1030"})
    void bandsStartAgainEach24Hours(Duration stay, int fee) {
        cycle = new Cycle.Rolling24h();
        assertThat(fee(stay)).isEqualTo(inr(fee));
    }

    @ParameterizedTest(name = "{0} costs {1}")
    @CsvSource({"PT24H, 100", "PT26H, 150", "PT48H1S, 250"})
    void aCapHoldsForEachCycle(Duration stay, int fee) {
        cycle = new Cycle.Rolling24h();
        cap = inr(100);
        assertThat(fee(stay)).isEqualTo(inr(fee));
    }

    @ParameterizedTest(name = "from ten in the morning, {0} costs {1}")
    @CsvSource({"PT20H, 410", "PT20H1S, 460", "PT44H, 900", "PT44H1S, 950"})
    void bandsStartAgainWhenTheClocksShowTheTime(Duration stay, int fee) {
        cycle = new Cycle.Calendar(LocalTime.of(6, 0));
        assertThat(fee(stay)).isEqualTo(inr(fee));
    }

    @Test
    void aDayOfTheCalendarMayHave23Hours() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        bands = List.of(each("PT0S", null, 1, "PT1H"));
        cycle = new Cycle.Calendar(LocalTime.MIDNIGHT);
        Instant before = Instant.parse("2026-03-28T23:00:00Z"); // midnight, when the clocks go forward in that night
        FeeTable table = new FeeTable(INR, berlin, List.of(tariff(CAR, Instant.EPOCH)));
        assertThat(table.quote(CAR, before, before.plus(Duration.ofHours(23))))
                .isInstanceOfSatisfying(FeeAnswer.Priced.class, priced -> {
                    assertThat(priced.fee()).isEqualTo(inr(23));
                    assertThat(priced.lines()).hasSize(1);
                });
    }

    @ParameterizedTest(name = "{0} for {1} costs {2}")
    @CsvSource({
        "2024-01-15T10:00:00Z, PT1H, 50",
        "2024-01-15T18:30:00Z, PT1H, 90",
        "2024-01-15T17:30:00Z, PT1H, 50",
        "2024-01-15T17:30:00Z, PT1H1S, 90",
        "2024-01-15T23:30:00Z, PT1H, 50",
        "2024-01-15T23:29:59Z, PT1H, 90",
        "2024-01-15T17:30:00Z, PT25H1S, 610"
    })
    void aSurchargeCountsOnceForEachWindowThatIsTouched(Instant entry, Duration stay, int fee) {
        surcharges = List.of(new NightWindow(LocalTime.MIDNIGHT, LocalTime.of(5, 0), inr(40)));
        assertThat(fee(entry, stay)).isEqualTo(inr(fee));
    }

    @Test
    void aWindowMayGoOnIntoTheNextDay() {
        surcharges = List.of(new NightWindow(LocalTime.of(22, 0), LocalTime.of(5, 0), inr(40)));
        Instant twoAtNight = Instant.parse("2024-01-14T20:30:00Z");
        assertThat(fee(twoAtNight, Duration.ofHours(1))).isEqualTo(inr(90));
    }

    @Test
    void theLinesAddUpToTheFeeEvenWhereATotalIsLessThanWhatStoodBefore() {
        bands = List.of(each("PT0S", "PT2H", 30, "PT1H"), total("PT2H", null, 40));
        assertThat(quote(CAR, TEN, Duration.ofHours(3))).isInstanceOfSatisfying(FeeAnswer.Priced.class, priced -> {
            assertThat(priced.fee()).isEqualTo(inr(40));
            assertThat(priced.lines()).extracting(FeeLine::amount).containsExactly(inr(60), inr(-20));
        });
    }

    @Test
    void neverPricesAnExitBeforeTheEntry() {
        assertThat(quote(CAR, TEN, Duration.ofMillis(-1))).isEqualTo(new FeeAnswer.ExitBeforeEntry());
    }

    @Test
    void theClassesOwnTariffGoesBeforeTheOneForAnyAndTheLatestInForceBeforeEarlierOnes() {
        bands = List.of(each("PT0S", null, 1, "PT1H"));
        Tariff any = tariff(Tariff.ANY, Instant.EPOCH);
        bands = List.of(each("PT0S", null, 2, "PT1H"));
        Tariff old = tariff(new VehicleType("6 Wheeler"), TEN.minusSeconds(60));
        bands = List.of(each("PT0S", null, 3, "PT1H"));
        Tariff present = tariff(new VehicleType("6 Wheeler"), TEN);
        FeeTable table = new FeeTable(INR, KOLKATA, List.of(any, present, old));
        assertThat(fee(table.quote(new VehicleType("6-wheeler"), TEN, TEN))).isEqualTo(inr(3));
        assertThat(fee(table.quote(new VehicleType("6-wheeler"), TEN.minusMillis(1), TEN)))
                .isEqualTo(inr(2));
        assertThat(fee(table.quote(new VehicleType("6-wheeler"), TEN.minusSeconds(61), TEN)))
                .isEqualTo(inr(1));
        assertThat(fee(table.quote(new VehicleType("Crane"), TEN, TEN))).isEqualTo(inr(1));
        assertThat(new FeeTable(INR, KOLKATA, List.of(present)).quote(CAR, TEN, TEN))
                .isEqualTo(new FeeAnswer.NoTariff());
    }

    @Test
    void aPriceAboveWhatAnAmountCanBeIsNoPrice() {
        bands = List.of(
                new Band(Duration.ZERO, null, new Band.Each(new Money(Money.MAX_MINOR, INR), Duration.ofSeconds(1))));
        assertThat(quote(CAR, TEN, Duration.ofDays(80_000))).isEqualTo(new FeeAnswer.TooLarge());
    }

    @Test
    void bandsThatOverlapOrCountNothingAreRefused() {
        bands = List.of(total("PT0S", "PT2H", 1), total("PT1H", null, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> tariff(CAR, TEN));
        bands = List.of(total("PT0S", null, 1), total("PT1H", null, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> tariff(CAR, TEN));
        assertThatIllegalArgumentException().isThrownBy(() -> each("PT0S", null, 1, "PT0S"));
        assertThatIllegalArgumentException().isThrownBy(() -> total("PT2H", "PT1H", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> total("PT0S", "PT1H", -1));
    }

    private Money fee(Duration stay) {
        return fee(TEN, stay);
    }

    private Money fee(Instant entry, Duration stay) {
        return fee(quote(CAR, entry, stay));
    }

    private static Money fee(FeeAnswer answer) {
        assertThat(answer).isInstanceOf(FeeAnswer.Priced.class);
        return ((FeeAnswer.Priced) answer).fee();
    }

    private FeeAnswer quote(VehicleType type, Instant entry, Duration stay) {
        return new FeeTable(INR, KOLKATA, List.of(tariff(CAR, Instant.EPOCH))).quote(type, entry, entry.plus(stay));
    }

    private Tariff tariff(VehicleType type, Instant validFrom) {
        return new Tariff(type, validFrom, free, cycle, bands, tolerance, cap, minimum, surcharges);
    }

    private static Band total(String after, @Nullable String upTo, int major) {
        return new Band(Duration.parse(after), upTo == null ? null : Duration.parse(upTo), new Band.Total(inr(major)));
    }

    private static Band each(String after, @Nullable String upTo, int major, String per) {
        return new Band(
                Duration.parse(after),
                upTo == null ? null : Duration.parse(upTo),
                new Band.Each(inr(major), Duration.parse(per)));
    }

    private static Money inr(int major) {
        return Money.ofMajor(BigDecimal.valueOf(major), INR);
    }
}
