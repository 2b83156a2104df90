package gatebook.ledger.stats;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.site.SiteId;
import gatebook.rules.entry.Payment;
import gatebook.rules.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StatsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** The day of Kolkata begins at 18:30 UTC of the day before. */
    private static final Instant FIRST = Instant.parse("2026-11-21T18:30:00.000Z");

    private static final Instant LAST = Instant.parse("2026-11-22T18:29:59.999Z");

    @Test
    void countsTheDayOfTheSitesOwnZone() {
        try (TestLedger yard = new TestLedger()) {
            var voided = Samples.entry("V", FIRST);
            yard.push(
                    Samples.creation(Samples.entry("EARLY", FIRST.minusMillis(1))),
                    Samples.creation(Samples.entry("FIRST", FIRST)),
                    Samples.creation(Samples.exited(Samples.entry("PAID", FIRST), LAST, 225)),
                    Samples.creation(Samples.exited(Samples.entry("OWES", FIRST), LAST, 100)
                            .with(Payment.NONE)),
                    Samples.creation(Samples.exited(Samples.entry("LATE", FIRST), LAST.plusMillis(1), 50)),
                    Samples.creation(voided),
                    Samples.delete(voided.id(), 1));
            assertThat(yard.ledger.stats(yard.site, DAY))
                    .contains(new DayTotals(DAY, 4, 2, rupees(225), rupees(100), 2));
        }
    }

    @Test
    void aSiteThatDoesNotExistHasNoNumbers() {
        try (TestLedger yard = new TestLedger()) {
            assertThat(yard.ledger.stats(new SiteId(Samples.id()), DAY)).isEmpty();
            assertThat(yard.ledger.site(new SiteId(Samples.id()))).isEmpty();
            assertThat(yard.ledger.site(yard.site)).isPresent();
        }
    }

    private static Money rupees(long amount) {
        return new Money(amount * 100, TestLedger.RUPEES);
    }
}
