package gatebook.ledger.intake;

import static gatebook.ledger.Samples.creation;
import static gatebook.ledger.Samples.entry;
import static gatebook.ledger.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.entries.Written;
import gatebook.ledger.history.ChainVerdict;
import gatebook.ledger.history.HistoryRow;
import gatebook.ledger.site.Actor;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.TicketNo;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.PushRequest;
import gatebook.wire.push.ReceivedOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** B1, B5: the ticket of the second record of one visit is known wherever the first one is. */
class JoinedTicketsTest {
    private static final Instant TEN = Instant.parse("2026-11-22T04:30:00.000Z");
    private static final String PLATE = "MH12AB1234";

    private final TestLedger yard = new TestLedger();
    private final Entry first = entry(PLATE, TEN);
    private final Entry second = entry(PLATE, TEN.plusSeconds(360));
    private final TicketNo ticket = second.ticket().number();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void everyDeskHearsOfTheSecondTicketWithTheFirstRecord() {
        yard.push(creation(first));
        Cursor seen = yard.all().cursor();
        yard.push(creation(second));
        assertThat(yard.after(seen).changes()).singleElement().satisfies(change -> {
            assertThat(change.record()).isEqualTo(first.id());
            assertThat(change.joined()).containsExactly(ticket);
        });
        List<Change.Stored> loaded = new ArrayList<>();
        yard.ledger.snapshot(yard.desk, loaded::add);
        assertThat(loaded)
                .singleElement()
                .satisfies(change -> assertThat(change.joined()).containsExactly(ticket));
    }

    @Test
    void theFirstRecordItselfStaysAsItWas() {
        yard.push(creation(first));
        Change.Stored before = yard.all().changes().getFirst();
        yard.push(creation(second));
        assertThat(yard.all().changes())
                .containsExactly(new Change.Stored(
                        2,
                        before.record(),
                        before.version(),
                        before.life(),
                        before.changedAt(),
                        before.changedByDevice(),
                        before.changedBy(),
                        List.of(ticket),
                        before.data()));
        assertThat(yard.pushed(update(Samples.noted(first, "gate 2"), 1)))
                .as("an edit made before anybody heard of it")
                .isInstanceOf(OpOutcome.Applied.class);
        assertThat(yard.all().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.joined()).containsExactly(ticket));
    }

    @Test
    void anOperationThatComesAgainMovesNothing() {
        yard.push(creation(first));
        ReceivedOperation again = creation(second);
        OpOutcome outcome = yard.pushed(again);
        Cursor end = yard.all().cursor();
        assertThat(yard.pushed(again)).isEqualTo(outcome);
        assertThat(yard.push(again, creation(second))).containsExactly(outcome, outcome);
        assertThat(yard.all().cursor()).isEqualTo(end);
        assertThat(yard.all().changes().getFirst().joined()).containsExactly(ticket);
    }

    @Test
    void anOperationThatComesAgainWithTheReturnOfTheFirstRecordMovesNothing() {
        yard.push(creation(first));
        ReceivedOperation again = creation(second);
        yard.push(again);
        yard.push(update(first.withPlate(new Plate("GJ01Z9")), 1));
        assertThat(yard.push(update(first, 2), again))
                .extracting(Object::getClass)
                .containsExactly(OpOutcome.Applied.class, OpOutcome.Conflict.class);
        assertThat(yard.all().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.joined()).containsExactly(ticket));
        assertThat(yard.ledger.verifyHistory(yard.site)).isEqualTo(new ChainVerdict.Whole(4));
    }

    @Test
    void aRecordThatIsNewOrChangedInTheSameRequestIsMovedToo() {
        Entry third = entry(PLATE, TEN.plusSeconds(420));
        yard.push(creation(first), creation(second), update(Samples.noted(first, "gate 2"), 1), creation(third));
        assertThat(yard.all().changes()).singleElement().satisfies(change -> {
            assertThat(change.seq()).isEqualTo(4);
            assertThat(change.version()).isEqualTo(2);
            assertThat(change.joined())
                    .containsExactlyInAnyOrder(ticket, third.ticket().number());
        });
        assertThat(yard.push(creation(entry(PLATE, TEN.plusSeconds(480))), update(Samples.noted(first, "gate 3"), 2)))
                .last()
                .isInstanceOf(OpOutcome.Applied.class);
        assertThat(yard.all().changes()).singleElement().satisfies(change -> {
            assertThat(change.seq()).isEqualTo(6);
            assertThat(change.version()).isEqualTo(3);
        });
        assertThat(yard.ledger.verifyHistory(yard.site)).isEqualTo(new ChainVerdict.Whole(6));
    }

    @Test
    void theHistorySaysWhoMetTheFirstRecordAndThatNothingChanged() {
        yard.push(creation(first), creation(second));
        assertThat(yard.ledger.history(yard.site, first.id()))
                .extracting(HistoryRow::seq, HistoryRow::version)
                .containsExactly(tuple(1L, 1L), tuple(2L, 1L));
        assertThat(yard.ledger.verifyHistory(yard.site)).isEqualTo(new ChainVerdict.Whole(2));
    }

    @Test
    void aRefusedEntryOfAnotherProgramLeavesNoTicket() {
        yard.push(creation(first));
        Cursor end = yard.all().cursor();
        assertThat(yard.ledger.create(yard.desk, new Actor("Ravi"), second)).isInstanceOf(Written.Clashes.class);
        assertThat(yard.all().cursor()).isEqualTo(end);
        assertThat(yard.all().changes().getFirst().joined()).isEmpty();
    }

    @Test
    void aRehearsalLeavesNoTicket() {
        yard.push(creation(first));
        Cursor end = yard.all().cursor();
        yard.ledger.push(yard.desk, new PushRequest(yard.nextSeq(yard.desk), true, null, List.of(creation(second))));
        assertThat(yard.all().cursor()).isEqualTo(end);
        assertThat(yard.all().changes().getFirst().joined()).isEmpty();
    }

    @Test
    void p12AnotherSiteHearsNothing() {
        yard.push(creation(first), creation(second));
        TestLedger other = yard.another();
        other.push(creation(first));
        assertThat(other.all().changes().getFirst().joined()).isEmpty();
    }
}
