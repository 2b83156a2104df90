package gatebook.ledger.intake;

import static gatebook.ledger.Samples.creation;
import static gatebook.ledger.Samples.delete;
import static gatebook.ledger.Samples.entry;
import static gatebook.ledger.Samples.noted;
import static gatebook.ledger.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Ledger;
import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.site.Desk;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.OpOutcome.Standing;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import gatebook.wire.push.ReceivedOperation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushTest {
    private final TestLedger yard = new TestLedger();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void givesConsecutiveNumbersToWhatTakesEffectAndNoneToTheRest() {
        Entry first = entry();
        Entry second = entry();
        List<OpOutcome> outcomes =
                yard.push(creation(first), update(entry(), 1), creation(second), update(noted(first, "later"), 1));
        assertThat(outcomes)
                .containsExactly(
                        new OpOutcome.Applied(1, 1, 1, Optional.empty()),
                        new OpOutcome.Conflict(ConflictType.VERSION_MISMATCH, 0, Standing.LIVE, null),
                        new OpOutcome.Applied(1, 2, 2, Optional.empty()),
                        new OpOutcome.Applied(2, 1, 3, Optional.empty()));
        assertThat(yard.pushed(creation(entry()))).isEqualTo(new OpOutcome.Applied(1, 3, 4, Optional.empty()));
    }

    /** P2, R1, R2: the answer was lost, or the process died after the commit. */
    @Test
    void p2AnOperationSentAgainTakesEffectOnce() {
        Entry entry = entry();
        ReceivedOperation creation = creation(entry);
        ReceivedOperation change = update(noted(entry, "x"), 1);
        yard.push(creation, change);
        try (Ledger afterTheCrash = yard.open()) {
            PushRequest again = yard.request(yard.desk, creation, change);
            assertThat(TestLedger.outcomes(afterTheCrash.push(yard.desk, again)))
                    .containsExactly(new OpOutcome.Duplicate(1, 1), new OpOutcome.Duplicate(2, 1));
        }
        assertThat(yard.all().changes())
                .singleElement()
                .extracting(Change.Stored::version)
                .isEqualTo(2L);
    }

    @Test
    void anOperationTwiceInOneRequestTakesEffectOnce() {
        ReceivedOperation creation = creation(entry());
        assertThat(yard.push(creation, creation))
                .containsExactly(new OpOutcome.Applied(1, 1, 1, Optional.empty()), new OpOutcome.Duplicate(1, 1));
    }

    @Test
    void anIdOfAnotherRecordsOperationIsRejected() {
        ReceivedOperation creation = creation(entry());
        yard.push(creation);
        Entry other = entry();
        ReceivedOperation stolen = new ReceivedOperation(
                creation.opId(),
                OperationKind.CREATE,
                other.id(),
                0,
                TestLedger.NOON,
                "System",
                new ReceivedOperation.Content.Image(other));
        assertThat(yard.pushed(stolen)).isInstanceOf(OpOutcome.Rejected.class);
        assertThat(yard.all().changes()).hasSize(1);
    }

    @Test
    void anOperationIdThatIsNoUuid7CountsToo() {
        Entry entry = entry();
        ReceivedOperation odd = new ReceivedOperation(
                new OpId(java.util.UUID.fromString("f81d4fae-7dec-41d0-a765-00a0c91e6bf6")),
                OperationKind.CREATE,
                entry.id(),
                0,
                TestLedger.NOON,
                "System",
                new ReceivedOperation.Content.Image(entry));
        yard.push(odd);
        assertThat(yard.pushed(odd)).isEqualTo(new OpOutcome.Duplicate(1, 1));
    }

    /** P3: the second sees what the first did. */
    @Test
    void p3OperationsOnOneRecordTakeEffectInTheOrderGiven() {
        Entry entry = entry();
        assertThat(yard.push(creation(entry), update(noted(entry, "b"), 1), delete(entry.id(), 2)))
                .extracting(outcome -> ((OpOutcome.Applied) outcome).version())
                .containsExactly(1L, 2L, 3L);
        Change.Stored change = yard.all().changes().getFirst();
        assertThat(change.life()).isEqualTo(Change.Life.VOIDED);
        assertThat(change.data()).contains("\"notes\":\"b\"");
        assertThat(change.seq()).isEqualTo(3);
    }

    @Test
    void aCreationOfARecordThatExistsIsAConflictWithItsImage() {
        Entry entry = entry();
        yard.push(creation(entry));
        assertThat(yard.pushed(creation(noted(entry, "other"))))
                .isEqualTo(new OpOutcome.Conflict(
                        ConflictType.VERSION_MISMATCH, 1, Standing.LIVE, EntryJson.encode(entry)));
    }

    @Test
    void aStaleChangeIsAConflictWithTheNewestImage() {
        Entry entry = entry();
        Entry newer = noted(entry, "newer");
        yard.push(creation(entry), update(newer, 1));
        OpOutcome conflict =
                new OpOutcome.Conflict(ConflictType.VERSION_MISMATCH, 2, Standing.LIVE, EntryJson.encode(newer));
        assertThat(yard.push(update(noted(entry, "stale"), 1), delete(entry.id(), 1)))
                .containsExactly(conflict, conflict);
    }

    @Test
    void aChangeThatNamesAVersionOfTheFutureIsAConflict() {
        Entry entry = entry();
        yard.push(creation(entry));
        assertThat(yard.pushed(update(noted(entry, "x"), 7))).isInstanceOf(OpOutcome.Conflict.class);
    }

    /** D1, F-G9. */
    @Test
    void aChangeOfAVoidedRecordIsAConflictThatSaysSo() {
        Entry entry = entry();
        yard.push(creation(entry));
        yard.push(delete(entry.id(), 1));
        assertThat(yard.push(update(noted(entry, "x"), 1), delete(entry.id(), 1), delete(entry.id(), 2)))
                .containsOnly(new OpOutcome.Conflict(
                        ConflictType.DATA_INCONSISTENCY, 2, Standing.VOIDED, EntryJson.encode(entry)));
    }

    /** Sync, section 5, row 6: a person saw the tombstone and decided against it. */
    @Test
    void aChangeMadeInKnowledgeOfTheTombstoneBringsTheRecordBack() {
        Entry entry = entry();
        yard.push(creation(entry), delete(entry.id(), 1));
        assertThat(yard.pushed(update(noted(entry, "kept"), 2)))
                .isEqualTo(new OpOutcome.Applied(3, 1, 3, Optional.empty()));
        assertThat(yard.all().changes().getFirst().life()).isEqualTo(Change.Life.LIVE);
    }

    @Test
    void aDeletionKeepsTheImageInTheTombstone() {
        Entry entry = Samples.exited(entry(), TestLedger.NOON.plusSeconds(60), 225);
        yard.push(creation(entry));
        yard.push(delete(entry.id(), 1));
        Change.Stored tombstone = yard.all().changes().getFirst();
        assertThat(tombstone.life()).isEqualTo(Change.Life.VOIDED);
        assertThat(tombstone.data()).isEqualTo(EntryJson.encode(entry));
        assertThat(tombstone.version()).isEqualTo(2);
    }

    /** F-E3: a poisonous operation delays only itself. */
    @Test
    void p4AFaultyOperationIsRejectedAndTheOthersTakeEffect() {
        List<FieldError> faults = List.of(new FieldError("fee", FieldFault.NEGATIVE, "a fee is not below zero"));
        ReceivedOperation faulty = new ReceivedOperation(
                new OpId(Samples.id()),
                OperationKind.CREATE,
                new EntryId(Samples.id()),
                0,
                TestLedger.NOON,
                "System",
                new ReceivedOperation.Content.Faulty(faults));
        assertThat(yard.push(faulty, creation(entry())))
                .containsExactly(new OpOutcome.Rejected(faults), new OpOutcome.Applied(1, 1, 1, Optional.empty()));
    }

    /** F-F12: nothing that the database cannot hold reaches it. */
    @Test
    void anActorThatCannotBeWrittenDownIsRejected() {
        for (String actor : List.of("", "a\0b", "half \ud800", "x".repeat(201))) {
            Entry entry = entry();
            ReceivedOperation operation = new ReceivedOperation(
                    new OpId(Samples.id()),
                    OperationKind.CREATE,
                    entry.id(),
                    0,
                    TestLedger.NOON,
                    actor,
                    new ReceivedOperation.Content.Image(entry));
            assertThat(yard.pushed(operation)).isInstanceOf(OpOutcome.Rejected.class);
        }
    }

    @Test
    void aRehearsalJudgesAsTheRealThingAndLeavesOnlyItsNumber() {
        Entry entry = entry();
        PushRequest rehearsal = new PushRequest(10, true, null, List.of(creation(entry), update(noted(entry, "b"), 1)));
        assertThat(TestLedger.outcomes(yard.ledger.push(yard.desk, rehearsal)))
                .containsExactly(
                        new OpOutcome.Applied(1, 1, 1, Optional.empty()),
                        new OpOutcome.Applied(2, 1, 2, Optional.empty()));
        assertThat(yard.all().changes()).isEmpty();
        assertThat(yard.ledger.push(yard.desk, rehearsal)).isEqualTo(new PushVerdict.DeskCloned());
        assertThat(TestLedger.outcomes(
                        yard.ledger.push(yard.desk, new PushRequest(11, false, null, rehearsal.operations()))))
                .allMatch(OpOutcome.Applied.class::isInstance);
    }

    /** F-G2, W3. */
    @Test
    void aRequestWhoseNumberIsNotAboveTheLastIsAClonesAndChangesNothing() {
        yard.ledger.push(yard.desk, new PushRequest(5, false, null, List.of()));
        for (long number : new long[] {5, 4, 0}) {
            PushRequest clone = new PushRequest(number, false, null, List.of(creation(entry())));
            assertThat(yard.ledger.push(yard.desk, clone)).isEqualTo(new PushVerdict.DeskCloned());
        }
        assertThat(yard.all().changes()).isEmpty();
        assertThat(yard.ledger.push(yard.desk, new PushRequest(6, false, null, List.of())))
                .isInstanceOf(PushVerdict.Judged.class);
    }

    @Test
    void eachDeskCountsItsOwnRequests() {
        Desk other = yard.desk(yard.site);
        yard.ledger.push(yard.desk, new PushRequest(50, false, null, List.of()));
        assertThat(yard.ledger.push(other, new PushRequest(0, false, null, List.of())))
                .isInstanceOf(PushVerdict.Judged.class);
    }

    @Test
    void anEmptyRequestIsAnsweredEmpty() {
        assertThat(yard.push()).isEmpty();
    }

    @Test
    void aDeskAtTheEndIsSparedTheReadingBackOfItsOwnChanges() {
        yard.push(creation(entry()));
        Cursor end = yard.ledger.cursor(yard.desk);
        PushAnswer answer = pushed(end, false);
        assertThat(answer.cursor()).isEqualTo(yard.ledger.cursor(yard.desk)).isNotEqualTo(end);
        assertThat(pushed(end, false).cursor()).as("no longer at the end").isNull();
        assertThat(pushed(yard.ledger.cursor(yard.desk), true).cursor())
                .as("of a rehearsal")
                .isNull();
    }

    @Test
    void anAnswerSaysWhereTheOrderEndsAfterIt() {
        PushAnswer answer = pushed(null, false);
        assertThat(answer.end()).isEqualTo(yard.ledger.cursor(yard.desk));
        assertThat(pushed(null, true).end()).as("of a rehearsal").isEqualTo(yard.ledger.cursor(yard.desk));
    }

    /** F-F4, W1: what was made on top of lost changes is not taken in before the desk knows that they are lost. */
    @Test
    void whoFollowedAnotherHistoryIsToldSoAndNothingOfItsIsTakenIn() {
        TestLedger elsewhere = yard.another();
        elsewhere.push(creation(entry()));
        Cursor foreign = yard.ledger.cursor(elsewhere.desk);
        for (Cursor misfit : List.of(foreign, new Cursor("nonsense"))) {
            PushRequest request = new PushRequest(yard.nextSeq(yard.desk), false, misfit, List.of(creation(entry())));
            assertThat(yard.ledger.push(yard.desk, request)).isInstanceOf(PushVerdict.HistoryChanged.class);
        }
        assertThat(yard.all().changes()).isEmpty();
    }

    private PushAnswer pushed(@Nullable Cursor after, boolean dryRun) {
        PushRequest request = new PushRequest(yard.nextSeq(yard.desk), dryRun, after, List.of(creation(entry())));
        return ((PushVerdict.Judged) yard.ledger.push(yard.desk, request)).answer();
    }
}
