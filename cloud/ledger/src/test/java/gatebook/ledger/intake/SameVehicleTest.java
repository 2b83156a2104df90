package gatebook.ledger.intake;

import static gatebook.ledger.Samples.creation;
import static gatebook.ledger.Samples.entry;
import static gatebook.ledger.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.VehicleType;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.OpOutcome.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sync, section 5, row 7. */
class SameVehicleTest {
    private static final Instant TEN = Instant.parse("2026-11-22T04:30:00.000Z");
    private static final String PLATE = "MH12AB1234";

    private final TestLedger yard = new TestLedger();
    private final Entry first = entry(PLATE, TEN);

    @AfterEach
    void close() {
        yard.close();
    }

    /** B1. */
    @Test
    void twoDesksInOneArrivalMeetInTheFirstEntry() {
        yard.push(creation(first));
        assertThat(yard.pushed(creation(entry("mh-12 ab 1234", TEN.plusSeconds(360)))))
                .isEqualTo(sameVisitAsFirst());
    }

    /** B1, within one request. */
    @Test
    void twoEntriesOfOneArrivalInOneRequestMeetToo() {
        assertThat(yard.push(creation(first), creation(entry(PLATE, TEN.minusSeconds(60)))))
                .element(1)
                .isEqualTo(sameVisitAsFirst());
    }

    @Test
    void aQuarterOfAnHourIsStillOneArrivalAndAMillisecondMoreIsNot() {
        yard.push(creation(first));
        Instant edge = TEN.plus(Duration.ofMinutes(15));
        assertThat(yard.pushed(creation(entry(PLATE, edge)))).isEqualTo(sameVisitAsFirst());
        assertThat(yard.pushed(creation(entry(PLATE, edge.plusMillis(1)))))
                .isEqualTo(new OpOutcome.Applied(1, 2, 3, warning()));
    }

    /** B2. */
    @Test
    void aVehicleInsideTwiceIsKeptTwiceWithAWarning() {
        yard.push(creation(first));
        assertThat(yard.pushed(creation(entry(PLATE, TEN.plus(Duration.ofHours(6))))))
                .isEqualTo(appliedWithWarning(2));
    }

    /** B3. */
    @Test
    void aVehicleThatLeftAndComesBackIsNoConflict() {
        yard.push(creation(Samples.exited(first, TEN.plusSeconds(300), 225)));
        assertThat(yard.pushed(creation(entry(PLATE, TEN.plusSeconds(600)))))
                .isEqualTo(new OpOutcome.Applied(1, 2, 2, Optional.empty()));
    }

    /** B3, where the exit comes in the same request. */
    @Test
    void anExitEarlierInTheRequestCounts() {
        yard.push(creation(first));
        assertThat(yard.push(
                        update(Samples.exited(first, TEN.plusSeconds(300), 225), 1),
                        creation(entry(PLATE, TEN.plusSeconds(600)))))
                .element(1)
                .isEqualTo(new OpOutcome.Applied(1, 2, 3, Optional.empty()));
    }

    /** B4. */
    @Test
    void anotherClassIsAnotherVehicleWithAWarning() {
        yard.push(creation(first));
        Entry car = entry(PLATE, TEN.plusSeconds(300));
        assertThat(yard.pushed(creation(car.with(car.description().withVehicleType(new VehicleType("4 Wheeler"))))))
                .isEqualTo(appliedWithWarning(2));
    }

    /** B5. */
    @Test
    void anEqualPlateAtTheEqualTimeIsTheSameVisitWhateverBecameOfIt() {
        Entry over = Samples.exited(first, TEN.plusSeconds(300), 225);
        yard.push(creation(over));
        assertThat(yard.pushed(creation(entry(PLATE, TEN))))
                .isEqualTo(new OpOutcome.Conflict(
                        ConflictType.BUSINESS_RULE_VIOLATION, 1, Standing.LIVE, EntryJson.encode(over)));
    }

    /** B6. */
    @Test
    void aPlateCorrectedToOneThatIsInsideIsKeptWithAWarning() {
        Entry typo = entry("MH12AB1243", TEN.plusSeconds(60));
        yard.push(creation(first), creation(typo));
        assertThat(yard.pushed(update(typo.withPlate(new Plate(PLATE)), 1)))
                .isEqualTo(new OpOutcome.Applied(2, 2, 3, warning()));
    }

    @Test
    void aVehicleThatIsInsideTwiceAlreadyIsWarnedOfOnce() {
        Entry second = entry(PLATE, TEN.plus(Duration.ofHours(6)));
        yard.push(creation(first), creation(second));
        assertThat(yard.pushed(update(Samples.noted(second, "asked the driver"), 1)))
                .isEqualTo(new OpOutcome.Applied(2, 2, 3, Optional.empty()));
    }

    @Test
    void aChangeToAnotherEntrysPlateAndTimeIsRejected() {
        Entry second = entry(PLATE, TEN.plus(Duration.ofHours(6)));
        yard.push(creation(first), creation(second));
        assertThat(yard.pushed(update(second.withEntryTime(TEN), 1)))
                .isInstanceOfSatisfying(OpOutcome.Rejected.class, rejected -> {
                    assertThat(rejected.errors()).singleElement().satisfies(error -> {
                        assertThat(error.field()).isEqualTo("entry_time");
                        assertThat(error.code()).isEqualTo(FieldFault.TAKEN);
                    });
                });
    }

    @Test
    void aVoidedEntryIsNobodysNeighbour() {
        yard.push(creation(first), Samples.delete(first.id(), 1));
        assertThat(yard.pushed(creation(entry(PLATE, TEN)))).isInstanceOf(OpOutcome.Applied.class);
    }

    @Test
    void platesOfSignsOnlyAreComparedAsTyped() {
        assertThat(yard.push(
                        creation(entry("??", TEN)),
                        creation(entry("--", TEN.plusSeconds(60))),
                        creation(entry("??", TEN.plusSeconds(60)))))
                .extracting(Object::getClass)
                .isEqualTo(List.of(OpOutcome.Applied.class, OpOutcome.Applied.class, OpOutcome.Conflict.class));
    }

    /** P12. */
    @Test
    void aVehicleAtAnotherSiteIsNoNeighbour() {
        yard.push(creation(first));
        TestLedger other = yard.another();
        assertThat(other.pushed(creation(entry(PLATE, TEN))))
                .isEqualTo(new OpOutcome.Applied(1, 1, 1, Optional.empty()));
    }

    private OpOutcome sameVisitAsFirst() {
        return new OpOutcome.Conflict(ConflictType.BUSINESS_RULE_VIOLATION, 1, Standing.LIVE, EntryJson.encode(first));
    }

    private OpOutcome appliedWithWarning(long seq) {
        return new OpOutcome.Applied(1, seq, seq, warning());
    }

    private Optional<OpOutcome.Warning> warning() {
        return Optional.of(new OpOutcome.Warning(ConflictType.BUSINESS_RULE_VIOLATION, EntryJson.encode(first)));
    }
}
