package gatebook.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Plate;
import gatebook.rules.merge.Choice;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Decision;
import gatebook.rules.merge.Side;
import gatebook.rules.refusal.Refusal;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.operation.Departure;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.Found;
import gatebook.store.record.AuditLog;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.PushAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person decides about two records: a vehicle that is inside twice, or one visit that was written twice. */
class TwoRecordsTest {
    private static final Decision LOCAL = new Decision.KeepLocal();
    private static final Decision REMOTE = new Decision.AcceptRemote();
    private static final Decision MERGE = new Decision.MergeFields(Choice.NONE);
    private static final String PLATE = "KA05M1";

    @TempDir
    private Path folder;

    private Desk desk;
    private final CloudModel cloud = new CloudModel();

    @BeforeEach
    void open() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void chainIsSound() {
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
        desk.close();
    }

    @Test
    void b2LookedAtBothEntriesStayAndTheItemIsClosed() {
        Entry theirs = cloud.put(Visits.parked(9, PLATE)).entry();
        Entry mine = enteredSixHoursLater();
        Desk.done(desk.decide(LOCAL));

        assertThat(desk.open()).isZero();
        assertThat(desk.row(mine.id()).isVoided()).isFalse();
        assertThat(desk.row(theirs.id()).isVoided()).isFalse();
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
        assertThat(desk.book().row("SELECT cause, actor FROM audit_log ORDER BY id DESC LIMIT 1"))
                .isEqualTo("resolution|Asha");
        Desk.done(desk.leave(theirs.id(), Departure.Settlement.UNPAID));
        cloud.sync(desk);
        assertThat(cloud.records().get(theirs.id()).entry().isInside()).isFalse();
    }

    @Test
    void b6GivenWayThisDesksEntryIsVoidedEverywhere() {
        cloud.put(Visits.parked(9, PLATE));
        Entry mine = enteredSixHoursLater();
        assertThat(Desk.done(desk.decide(REMOTE)).isVoided()).isTrue();
        cloud.sync(desk);

        assertThat(desk.open()).isZero();
        assertThat(cloud.records().get(mine.id()).isLive()).isFalse();
        assertThat(desk.row(mine.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void b4MergedTheOtherEntryTakesWhatWasNotedHere() {
        Entry theirs = cloud.put(Visits.parked(9, PLATE)).entry();
        Entry mine = enteredSixHoursLater();
        desk.correct(mine.id(), Field.NOTES, "left mirror broken");
        EntryRow stands = Desk.done(desk.decide(MERGE));
        cloud.sync(desk);

        assertThat(stands.entry().id()).isEqualTo(theirs.id());
        assertThat(cloud.records().get(mine.id()).isLive()).isFalse();
        Entry held = cloud.records().get(theirs.id()).entry();
        assertThat(held.description().notes()).isEqualTo("left mirror broken");
        assertThat(held.entryTime()).isEqualTo(theirs.entryTime());
        assertThat(desk.open()).isZero();
    }

    @Test
    void p11AnEntryThatWasPaidMeanwhileIsNotVoidedByAnItemsDecision() {
        cloud.put(Visits.parked(9, PLATE));
        Entry mine = enteredSixHoursLater();
        desk.leave(mine.id(), Departure.Settlement.CASH);
        assertThat(Desk.refused(desk.decide(REMOTE)).refusal()).isEqualTo(Refusal.UNFIT_DECISION);
        assertThat(Desk.refused(desk.decide(MERGE)).refusal()).isEqualTo(Refusal.UNFIT_DECISION);
        assertThat(desk.row(mine.id()).isVoided()).isFalse();
        Desk.done(desk.decide(LOCAL));
    }

    @Test
    void theLastOfTwoEntriesIsNotVoided() {
        Entry theirs = cloud.put(Visits.parked(9, PLATE)).entry();
        Entry mine = enteredSixHoursLater();
        desk.voidEntry(theirs.id(), "never came");
        assertThat(Desk.refused(desk.decide(REMOTE)).refusal()).isEqualTo(Refusal.UNFIT_DECISION);
        assertThat(desk.row(mine.id()).isVoided()).isFalse();
    }

    @Test
    void p11MoneyOfAJoinedVisitIsWrittenIntoTheOneThatStands() {
        Entry theirs = joinedWithMoney();
        EntryRow stands = Desk.done(desk.decide(LOCAL));
        assertThat(stands.entry().id()).isEqualTo(theirs.id());
        assertThat(stands.entry().ticket()).isEqualTo(theirs.ticket());
        cloud.sync(desk);

        Entry held = cloud.records().get(theirs.id()).entry();
        assertThat(held.payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(held.stay().fee()).isEqualTo(Visits.rupees(225));
        assertThat(desk.open()).isZero();
        assertThat(desk.row(theirs.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void p11MoneyOfAJoinedVisitThatIsNotTakenIsKeptInTheItem() {
        Entry theirs = joinedWithMoney();
        Desk.done(desk.decide(REMOTE));

        assertThat(desk.row(theirs.id()).entry()).isEqualTo(theirs);
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
        assertThat(desk.book().row("""
                        SELECT resolution_strategy, resolved_by, json_extract(local_data, '$.payment_status')
                        FROM sync_conflicts""")).isEqualTo("REMOTE_WINS|Asha|Paid");
        Desk.done(desk.decide(LOCAL));
        assertThat(desk.row(theirs.id()).entry().payment().status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aVisitThatEndedHereIsJoinedWithItsExitOnceItIsDecided() {
        Entry theirs = Visits.parked(3, PLATE).withEntryTime(Desk.MORNING.minusSeconds(360));
        Entry mine = refusedAsTheSameVisit(theirs);
        assertThat(Desk.refused(desk.decide(LOCAL)).refusal())
                .as("the other one is not here yet")
                .isEqualTo(Refusal.UNFIT_DECISION);
        cloud.put(theirs);
        cloud.sync(desk);
        Desk.done(desk.decide(MERGE));
        cloud.sync(desk);

        assertThat(desk.find(mine.id())).isEmpty();
        Entry held = cloud.records().get(theirs.id()).entry();
        assertThat(held.entryTime()).as("it came when the other one says").isEqualTo(theirs.entryTime());
        assertThat(held.payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(cloud.records()).doesNotContainKey(mine.id());
        assertThat(new EntryQueries(desk.database()).find(mine.ticket().number().text()))
                .isInstanceOfSatisfying(
                        Found.One.class,
                        one -> assertThat(one.row().entry().id()).isEqualTo(theirs.id()));
        assertThat(desk.open()).isZero();
    }

    @Test
    void aVisitThatEndedHereGivesWayWithoutItsExit() {
        Entry theirs = cloud.put(Visits.parked(3, PLATE).withEntryTime(Desk.MORNING.minusSeconds(360)))
                .entry();
        Entry mine = refusedAsTheSameVisit(theirs);
        cloud.sync(desk);
        Desk.done(desk.decide(REMOTE));
        cloud.sync(desk);

        assertThat(desk.find(mine.id())).isEmpty();
        assertThat(cloud.records().get(theirs.id()).entry()).isEqualTo(theirs);
        assertThat(desk.row(theirs.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void p11AVisitWhoseOtherEntryNeverCameStandsOnItsOwn() {
        Entry theirs = Visits.parked(3, PLATE).withEntryTime(Desk.MORNING.minusSeconds(360));
        Entry mine = refusedAsTheSameVisit(theirs);
        cloud.put(theirs);
        cloud.voided(theirs.id());
        cloud.sync(desk);
        assertThat(Desk.refused(desk.decide(REMOTE)).refusal()).isEqualTo(Refusal.UNFIT_DECISION);
        Desk.done(desk.decide(LOCAL));
        cloud.sync(desk);

        assertThat(cloud.records().get(mine.id()).entry().payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.row(mine.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(desk.open()).isZero();
    }

    @Test
    void aVisitThatWasVoidedHereWhoseOtherEntryNeverCameNeedsNoDecisionAnyLonger() {
        Entry mine = refusedAsTheSameVisit(Visits.parked(3, PLATE));
        desk.voidEntry(mine.id(), "a drill");
        cloud.sync(desk);
        assertThat(desk.open()).isEqualTo(1);
        Desk.done(desk.decide(REMOTE));
        cloud.sync(desk);

        assertThat(desk.open()).isZero();
        assertThat(desk.row(mine.id()).isVoided()).isTrue();
        assertThat(desk.row(mine.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
        assertThat(cloud.records()).doesNotContainKey(mine.id());
    }

    @Test
    void p11KeptAgainstAnEntryThatIsThereAfterAllItIsAskedAboutAnew() {
        Entry theirs = Visits.parked(3, PLATE);
        Entry mine = refusedAsTheSameVisit(theirs);
        cloud.sync(desk);
        Desk.done(desk.decide(LOCAL));
        cloud.put(theirs);
        cloud.sync(desk);

        assertThat(desk.open()).isEqualTo(1);
        assertThat(cloud.records()).doesNotContainKey(mine.id());
        Desk.done(desk.decide(LOCAL));
        cloud.sync(desk);
        assertThat(cloud.records().get(theirs.id()).entry().payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.open()).isZero();
    }

    @Test
    void p11AnEntryThatWasJoinedInItsTurnIsDecidedWhereItStands() {
        Entry theirs = joinedWithMoney();
        CloudModel restored = new CloudModel();
        Entry first = restored.put(Visits.parked(4, PLATE).withEntryTime(Desk.MORNING.minusSeconds(60)))
                .entry();
        new Healing(desk.database(), desk.ids())
                .repair(List.of(theirs.id()), new RecordsAnswer(List.of()), Doubt.HISTORY_LOST, desk.marks());
        new Inbox(desk.database(), desk.ids()).startOver(Inbox.Past.LOST, "restored", desk.marks());
        new Healing(desk.database(), desk.ids()).healed(CloudModel.HISTORY, new Cursor("0"), desk.marks());
        restored.sync(desk);
        assertThat(desk.find(theirs.id())).as("joined into the first").isEmpty();
        Desk.done(desk.decide(LOCAL));
        restored.sync(desk);

        assertThat(restored.records().get(first.id()).entry().payment().status())
                .isEqualTo(PaymentStatus.PAID);
        assertThat(desk.open()).isZero();
    }

    @Test
    void p11AnEntryJoinedIntoAThirdOneIsNoLongerAskedAboutWithOneThatIsLost() {
        cloud.put(Visits.parked(9, PLATE));
        desk.clock().advance(Duration.ofHours(6));
        Entry mine = desk.enter(PLATE);
        cloud.push(desk);
        assertThat(desk.open())
                .as("inside twice, with an entry that was never heard of")
                .isEqualTo(1);
        CloudModel restored = new CloudModel();
        Entry third = restored.put(
                        Visits.parked(4, PLATE).withEntryTime(mine.entryTime().minusSeconds(60)))
                .entry();
        new Healing(desk.database(), desk.ids())
                .repair(List.of(mine.id()), new RecordsAnswer(List.of()), Doubt.HISTORY_LOST, desk.marks());
        new Inbox(desk.database(), desk.ids()).startOver(Inbox.Past.LOST, "lost", desk.marks());
        new Healing(desk.database(), desk.ids()).healed(CloudModel.HISTORY, new Cursor("0"), desk.marks());
        restored.sync(desk);
        assertThat(desk.find(mine.id())).as("joined into the third").isEmpty();

        assertThat(Desk.done(desk.decide(LOCAL)).entry()).isEqualTo(third);
        assertThat(desk.open()).isZero();
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
    }

    @Test
    void anEntryThatWasJoinedAndStandsAfterALossIsOneRecordAgain() {
        Entry mine = desk.enter(PLATE);
        Entry theirs = cloud.put(Visits.parked(3, PLATE)).entry();
        desk.apply(cloud.page(desk.inbox().position(), 10));
        assertThat(desk.find(mine.id())).as("joined into theirs").isEmpty();
        CloudModel restored = new CloudModel();
        restored.put(mine);
        new Healing(desk.database(), desk.ids())
                .repair(List.of(theirs.id()), new RecordsAnswer(List.of()), Doubt.HISTORY_LOST, desk.marks());
        restored.push(desk);

        assertThat(desk.find(theirs.id())).as("joined into mine").isEmpty();
        assertThat(desk.row(mine.id()).entry()).isEqualTo(mine);
        assertThat(desk.book().row("SELECT group_concat(uuid) FROM displaced_entries"))
                .isEqualTo(theirs.id().toString());
        assertThat(desk.database().read(AuditLog::verify)).isInstanceOf(AuditLog.Verification.Sound.class);
    }

    @Test
    void whatACloudTakesInOfAVisitThatWasJoinedMeanwhileStandsHereToo() {
        Entry mine = desk.enter(PLATE);
        Outbox.Batch underWay = desk.take();
        Entry theirs = cloud.put(Visits.parked(3, PLATE)).entry();
        desk.apply(cloud.page(desk.inbox().position(), 10));
        assertThat(desk.find(mine.id())).as("joined into theirs").isEmpty();
        cloud.voided(theirs.id());
        desk.settle(underWay, cloud.push(underWay));

        assertThat(desk.row(mine.id()).entry()).isEqualTo(mine);
        assertThat(desk.row(mine.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        cloud.sync(desk);
        assertThat(cloud.records().get(mine.id()).isLive()).isTrue();
        assertThat(desk.find(theirs.id()).filter(row -> !row.isVoided())).isEmpty();
    }

    @Test
    void nobodyIsAskedAboutAnEntryThatWasVoidedWhileItsArrivalWasUnderWay() {
        cloud.put(Visits.parked(9, PLATE));
        desk.clock().advance(Duration.ofHours(6));
        Entry mine = desk.enter(PLATE);
        Outbox.Batch sent = desk.take();
        desk.voidEntry(mine.id(), "a mistake");
        desk.settle(sent, cloud.push(sent));
        assertThat(desk.open()).isZero();
        cloud.sync(desk);
        assertThat(cloud.records().get(mine.id()).isLive()).isFalse();
    }

    @Test
    void whatIsTakenOfAJoinedVisitIsWhatWasChosen() {
        Entry theirs = joinedWithMoney();
        Desk.done(desk.decide(new Decision.MergeFields(
                new Choice(Map.of(Field.FEE, Side.LOCAL, Field.PAYMENT_STATUS, Side.REMOTE)))));
        Entry stands = desk.row(theirs.id()).entry();
        assertThat(stands.stay().fee()).isEqualTo(Visits.rupees(225));
        assertThat(stands.payment().status()).isEqualTo(PaymentStatus.UNPAID);
    }

    @Test
    void aPlaceThatHadToYieldIsTakenAgainOnceItIsFree() {
        Entry one = desk.enter("MH12AB1234");
        cloud.sync(desk);
        desk.correct(one.id(), Field.VEHICLE_NUMBER, PLATE);
        Entry coming = cloud.put(Visits.parked(3, PLATE)).entry();
        cloud.sync(desk);
        assertThat(desk.row(one.id()).entry().plate()).isEqualTo(one.plate());
        assertThat(Desk.refused(desk.decide(LOCAL)).refusal()).isEqualTo(Refusal.SAME_VISIT);
        assertThat(Desk.refused(desk.decide(REMOTE)).refusal()).isEqualTo(Refusal.UNFIT_DECISION);

        cloud.put(coming.withPlate(new Plate("KA05M2")));
        cloud.sync(desk);
        Desk.done(desk.decide(LOCAL));
        cloud.sync(desk);
        assertThat(cloud.records().get(one.id()).entry().plate().typed()).isEqualTo(PLATE);
    }

    private Entry enteredSixHoursLater() {
        cloud.sync(desk);
        desk.clock().advance(Duration.ofHours(6));
        Entry mine = desk.enter(PLATE);
        cloud.sync(desk);
        assertThat(desk.open()).isEqualTo(1);
        return mine;
    }

    private Entry joinedWithMoney() {
        Entry mine = desk.enter(PLATE);
        desk.clock().advance(Duration.ofHours(2));
        desk.leave(mine.id(), Departure.Settlement.CASH);
        Entry theirs = cloud.put(Visits.parked(3, PLATE)).entry();
        desk.apply(cloud.page(desk.inbox().position(), 10));
        assertThat(desk.open()).isEqualTo(1);
        return theirs;
    }

    private Entry refusedAsTheSameVisit(Entry theirs) {
        Entry mine = desk.enter(PLATE);
        Outbox.Batch sent = desk.take();
        desk.clock().advance(Duration.ofHours(2));
        desk.leave(mine.id(), Departure.Settlement.CASH);
        OpOutcome refused = new OpOutcome.Conflict(
                ConflictType.BUSINESS_RULE_VIOLATION, 1, OpOutcome.Standing.LIVE, EntryJson.encode(theirs));
        PushAnswer.Result result =
                new PushAnswer.Result(sent.operations().getFirst().opId(), refused);
        desk.settle(sent, new PushAnswer(CloudModel.HISTORY, List.of(result), null, new Cursor("1")));
        assertThat(desk.open()).isEqualTo(1);
        return mine;
    }
}
