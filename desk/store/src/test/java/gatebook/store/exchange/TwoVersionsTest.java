package gatebook.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.merge.Choice;
import gatebook.rules.merge.Decision;
import gatebook.rules.merge.Side;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.operation.Departure;
import gatebook.store.operation.Outcome;
import gatebook.store.record.AuditLog;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import gatebook.wire.push.OperationKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person decides about one record that desk and cloud hold in different versions. */
class TwoVersionsTest {
    private static final Decision LOCAL = new Decision.KeepLocal();
    private static final Decision REMOTE = new Decision.AcceptRemote();
    private static final Instant THEIR_EXIT = Desk.MORNING.plusSeconds(7_320);

    @TempDir
    private Path folder;

    private Desk desk;
    private Entry entry;
    private final CloudModel cloud = new CloudModel();

    @BeforeEach
    void aRecordInStep() {
        desk = Desk.in(folder);
        entry = desk.enter("MH12AB1234");
        cloud.sync(desk);
    }

    @AfterEach
    void chainIsSound() {
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
        desk.close();
    }

    @Test
    void m1KeptLocalOurReceiptGoesOnTopOfTheirs() {
        paidTwice();
        Entry mine = desk.row(entry.id()).entry();
        EntryRow decided = Desk.done(desk.decide(LOCAL));
        assertThat(decided.sync().status()).isEqualTo(SyncStatus.PENDING);
        assertThat(CloudModel.kinds(cloud.push(desk))).containsExactly(OperationKind.UPDATE);

        assertInStep();
        assertThat(held().stay()).isEqualTo(mine.stay());
        assertThat(cloud.records().get(entry.id()).version()).isEqualTo(3);
        assertThat(decision()).isEqualTo("LOCAL_WINS|Asha|225.0|200.0");
    }

    @Test
    void m1AcceptedTheCloudsReceiptStandsAndOursIsKeptInTheItem() {
        paidTwice();
        Entry theirs = held();
        EntryRow decided = Desk.done(desk.decide(REMOTE));
        assertThat(decided.entry()).isEqualTo(theirs);
        cloud.push(desk);

        assertInStep();
        assertThat(held()).isEqualTo(theirs);
        assertThat(decision()).isEqualTo("REMOTE_WINS|Asha|225.0|200.0");
        assertThat(desk.book().row("SELECT cause, actor FROM audit_log ORDER BY id DESC LIMIT 1"))
                .isEqualTo("resolution|Asha");
    }

    @Test
    void m2MergedTheTillIsTheOneThatWasChosenAndTheRestOfBothStays() {
        desk.correct(entry.id(), Field.DRIVER_NAME, "mine");
        pay();
        cloud.put(Visits.notes(Visits.paid(entry, THEIR_EXIT, 200), "theirs"));
        cloud.sync(desk);
        merge(Map.of(Field.FEE, Side.REMOTE, Field.PAYMENT_STATUS, Side.REMOTE));
        cloud.push(desk);

        assertInStep();
        assertThat(held().stay().fee()).isEqualTo(Visits.rupees(200));
        assertThat(held().description().driverName()).isEqualTo("mine");
        assertThat(held().description().notes()).isEqualTo("theirs");
        assertThat(decision()).isEqualTo("MERGE_INTELLIGENT|Asha|225.0|200.0");
    }

    @Test
    void whatIsNotChosenIsAsTheRulesWouldHaveIt() {
        paidTwice();
        Desk.done(desk.decide(new Decision.MergeFields(Choice.NONE)));
        assertThat(desk.row(entry.id()).entry().stay().fee()).isEqualTo(Visits.rupees(225));
    }

    @Test
    void x1AMergeThatContradictsItselfIsRefusedByFieldAndChangesNothing() {
        pay();
        cloud.put(entry.withEntryTime(
                desk.row(entry.id()).entry().stay().exitTime().plusSeconds(60)));
        cloud.sync(desk);
        List<String> before = state();
        Outcome.Refused refused = Desk.refused(desk.decide(new Decision.MergeFields(Choice.NONE)));

        assertThat(refused.refusal()).isEqualTo(Refusal.BAD_VALUE);
        assertThat(refused.faults()).extracting(FieldError::code).containsExactly(FieldFault.EXIT_BEFORE_ENTRY);
        assertThat(state()).isEqualTo(before);
        merge(Map.of(Field.ENTRY_TIME, Side.LOCAL));
        cloud.push(desk);
        assertInStep();
    }

    @Test
    void aChoiceThatTearsApartWhatBelongsTogetherIsRefused() {
        paidTwice();
        Outcome.Refused refused = Desk.refused(desk.decide(new Decision.MergeFields(
                new Choice(Map.of(Field.FEE, Side.LOCAL, Field.EXIT_TIME, Side.REMOTE, Field.UUID, Side.LOCAL)))));
        assertThat(refused.faults())
                .extracting(FieldError::code)
                .containsExactlyInAnyOrder(FieldFault.NOT_SETTABLE, FieldFault.CONTRADICTS);
    }

    @Test
    void d1AVoidThatIsKeptIsSentOnTheCloudsVersion() {
        desk.voidEntry(entry.id(), "a mistake");
        cloud.put(Visits.notes(entry, "theirs"));
        cloud.sync(desk);
        Desk.done(desk.decide(LOCAL));
        assertThat(CloudModel.kinds(cloud.push(desk))).containsExactly(OperationKind.DELETE);

        assertThat(cloud.records().get(entry.id()).isLive()).isFalse();
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(desk.book().row("SELECT cause, operation, after FROM audit_log ORDER BY id DESC LIMIT 1"))
                .isEqualTo("resolution|DELETE|null");
    }

    @Test
    void d1AVoidThatGivesWayBringsTheCloudsEntryBack() {
        desk.voidEntry(entry.id(), "a mistake");
        cloud.put(Visits.notes(entry, "theirs"));
        cloud.sync(desk);
        EntryRow decided = Desk.done(desk.decide(REMOTE));
        assertThat(decided.isVoided()).isFalse();
        cloud.push(desk);

        assertInStep();
        assertThat(held().description().notes()).isEqualTo("theirs");
    }

    @Test
    void d1AnEntryVoidedByOthersComesBackOnTheTombstone() {
        desk.correct(entry.id(), Field.NOTES, "mine");
        cloud.voided(entry.id());
        cloud.sync(desk);
        Desk.done(desk.decide(LOCAL));
        assertThat(CloudModel.kinds(cloud.push(desk))).containsExactly(OperationKind.UPDATE);

        assertInStep();
        assertThat(cloud.records().get(entry.id()).isLive()).isTrue();
        assertThat(held().description().notes()).isEqualTo("mine");
    }

    @Test
    void d1AVoidOfOthersThatIsAcceptedNeedsNothingSent() {
        desk.correct(entry.id(), Field.NOTES, "mine");
        cloud.voided(entry.id());
        cloud.sync(desk);
        EntryRow decided = Desk.done(desk.decide(REMOTE));

        assertThat(decided.isVoided()).isTrue();
        assertThat(decided.sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
        assertThat(desk.book().row("SELECT cause, operation FROM audit_log ORDER BY id DESC LIMIT 1"))
                .isEqualTo("resolution|DELETE");
    }

    @Test
    void whereASideIsVoidThereIsNothingToMerge() {
        desk.correct(entry.id(), Field.NOTES, "mine");
        cloud.voided(entry.id());
        cloud.sync(desk);
        List<String> before = state();
        assertThat(Desk.refused(desk.decide(new Decision.MergeFields(Choice.NONE)))
                        .refusal())
                .isEqualTo(Refusal.UNFIT_DECISION);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void m5APaidExitThatSomebodyVoidedStaysAtTheCloudUntilItIsDecided() {
        desk.voidEntry(entry.id(), "a mistake");
        cloud.put(Visits.paid(entry, THEIR_EXIT, 225));
        cloud.sync(desk);
        assertThat(cloud.records().get(entry.id()).isLive()).isTrue();
        Desk.done(desk.decide(REMOTE));
        cloud.push(desk);
        assertInStep();
        assertThat(held().payment().status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void whatWasWrittenWhileItWaitedGoesAlongWithTheLocalSide() {
        paidTwice();
        desk.correct(entry.id(), Field.NOTES, "asked the driver");
        Desk.done(desk.decide(LOCAL));
        assertThat(cloud.push(desk).operations()).hasSize(1);

        assertInStep();
        assertThat(held().description().notes()).isEqualTo("asked the driver");
        assertThat(desk.queue(entry.id()))
                .containsExactly("CREATE|completed", "UPDATE|cancelled", "UPDATE|cancelled", "UPDATE|completed");
    }

    @Test
    void aDecisionAboutAnOlderVersionIsRefusedAndTheNewestIsDecided() {
        paidTwice();
        long item = item();
        cloud.put(Visits.notes(held(), "a receipt was given"));
        cloud.sync(desk);
        Outcome.Refused refused = Desk.refused(desk.decide(new Resolution.Order(item, 2L, REMOTE, "Asha", null)));
        assertThat(refused.refusal()).isEqualTo(Refusal.CONFLICT_MOVED_ON);
        assertThat(desk.open()).isEqualTo(1);

        Desk.done(desk.decide(new Resolution.Order(item, 3L, REMOTE, "Asha", "the driver showed it")));
        assertThat(desk.row(entry.id()).entry().description().notes()).isEqualTo("a receipt was given");
        assertThat(desk.book().row("SELECT reason FROM audit_log ORDER BY id DESC LIMIT 1"))
                .isEqualTo("conflict " + item + ": REMOTE_WINS, the driver showed it");
    }

    @Test
    void anUnknownItemIsRefused() {
        assertThat(Desk.refused(desk.decide(new Resolution.Order(7, null, LOCAL, "Asha", null)))
                        .refusal())
                .isEqualTo(Refusal.NO_SUCH_CONFLICT);
    }

    @Test
    void whoDecidesAndWhyIsReadable() {
        paidTwice();
        Outcome outcome = desk.decide(new Resolution.Order(item(), null, LOCAL, " ", "a\u0000b"));
        assertThat(Desk.refused(outcome).faults()).extracting(FieldError::field).containsExactly("actor", "reason");
        assertThat(desk.open()).isEqualTo(1);
    }

    @Test
    void anAnswerThatWasAwaitedMeanwhileTakesNothingBack() {
        pay();
        Outbox.Batch lost = desk.take();
        cloud.put(Visits.paid(entry, THEIR_EXIT, 200));
        desk.outbox().release(lost);
        desk.apply(cloud.page(desk.inbox().position(), 10));
        Desk.done(desk.decide(LOCAL));
        cloud.sync(desk);
        cloud.sync(desk);

        assertInStep();
        assertThat(held().stay().fee()).isEqualTo(Visits.rupees(225));
        assertThat(desk.open()).isZero();
    }

    @Test
    void aDecisionWhoseAnswerWasLostIsNotTakenForSomebodyElses() {
        paidTwice();
        Desk.done(desk.decide(LOCAL));
        Outbox.Batch lost = desk.take();
        cloud.push(lost);
        desk.outbox().release(lost);
        desk.correct(entry.id(), Map.of(Field.FEE, "210", Field.FEE_REASON, "agreed"));
        desk.apply(cloud.page(desk.inbox().position(), 10));
        cloud.sync(desk);

        assertInStep();
        assertThat(held().stay().fee()).isEqualTo(Visits.rupees(210));
    }

    @Test
    void whatIsWrittenWhileAnItemIsOpenShowsInIt() {
        paidTwice();
        desk.correct(entry.id(), Field.NOTES, "asked the driver");
        assertThat(desk.book().row("SELECT json_extract(local_data, '$.notes') FROM sync_conflicts"))
                .isEqualTo("asked the driver");
    }

    private void paidTwice() {
        pay();
        cloud.put(Visits.paid(entry, THEIR_EXIT, 200));
        cloud.sync(desk);
        assertThat(desk.open()).isEqualTo(1);
    }

    private void pay() {
        desk.clock().advance(Duration.ofHours(2));
        Desk.done(desk.leave(entry.id(), Departure.Settlement.CASH));
    }

    private void merge(Map<Field, Side> taken) {
        Desk.done(desk.decide(new Decision.MergeFields(new Choice(taken))));
    }

    private Entry held() {
        return cloud.records().get(entry.id()).entry();
    }

    private long item() {
        return desk.book().number("SELECT max(id) FROM sync_conflicts");
    }

    private String decision() {
        return desk.book().row("""
                SELECT resolution_strategy, resolved_by, json_extract(local_data, '$.fee'),
                    json_extract(remote_data, '$.fee')
                FROM sync_conflicts""");
    }

    /** Everything that a decision could change. */
    private List<String> state() {
        return List.of(
                desk.row(entry.id()).toString(),
                desk.queue(entry.id()).toString(),
                desk.book().rows("SELECT * FROM sync_conflicts").toString(),
                Long.toString(desk.book().number("SELECT count(*) FROM audit_log")));
    }

    private void assertInStep() {
        EntryRow row = desk.row(entry.id());
        assertThat(row.sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(row.isVoided()).isFalse();
        assertThat(row.entry()).isEqualTo(held());
        assertThat(row.sync().remoteVersion())
                .isEqualTo(cloud.records().get(entry.id()).version());
        assertThat(desk.open()).isZero();
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
    }
}
