package gatebook.store.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Plate;
import gatebook.rules.undo.Part;
import gatebook.rules.undo.RunId;
import gatebook.rules.undo.Scope;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.exchange.SyncedDesk;
import gatebook.store.operation.Departure;
import gatebook.store.query.SyncQueries;
import gatebook.store.record.AuditLog;
import gatebook.store.record.SyncStatus;
import gatebook.store.rollback.UndoStep.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoRunTest {
    private static final Entry ONE = Visits.parked(1, "MH12AB1234");
    private static final Entry TWO = Visits.parked(2, "GJ01X9");

    @TempDir
    private Path folder;

    private SyncedDesk site;
    private Desk desk;

    @BeforeEach
    void aDeskThatHoldsTwoRecords() {
        site = SyncedDesk.in(folder);
        desk = site.desk();
        site.put(ONE);
        site.put(TWO);
        site.sync();
    }

    @AfterEach
    void theTrailVerifies() {
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
        desk.close();
    }

    @Test
    @DisplayName("U1: what a pull changed is as before, queued and audited")
    void restoresWhatAPullChanged() {
        RunId run = pull(Visits.notes(ONE, "wrong"));

        UndoOutcome.Undone undone = undo(run);

        assertThat(undone.did().changed()).isOne();
        assertThat(undone.did().needsPerson()).isFalse();
        assertThat(notes(ONE)).isNull();
        assertThat(desk.row(ONE.id()).sync().status()).isEqualTo(SyncStatus.PENDING);
        assertThat(desk.queue(ONE.id())).containsExactly("UPDATE|pending");
        assertThat(desk.book().row("""
                        SELECT cause, actor, reason, sync_run_id FROM audit_log ORDER BY id DESC LIMIT 1"""))
                .isEqualTo("rollback|Asha|undo of run " + run + ", approved by Ravi|" + undone.undo());
        site.sync();
        assertThat(site.atCloud(ONE.id()).orElseThrow().description().notes()).isNull();
        assertThat(desk.row(ONE.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    @DisplayName("U2: what was edited since stays and is named")
    void keepsLaterWork() {
        RunId run = pull(Visits.notes(ONE.withPlate(new Plate("8822")), "wrong"));
        Desk.done(desk.correct(ONE.id(), Field.NOTES, "right"));

        UndoOutcome.Undone undone = undo(run);

        assertThat(undone.did().items()).hasSize(1);
        assertThat(undone.did().items().getFirst().step())
                .isInstanceOfSatisfying(
                        UndoStep.Restore.class, step -> assertThat(step.kept()).containsExactly(Part.NOTES));
        assertThat(undone.did().needsPerson()).isTrue();
        assertThat(notes(ONE)).isEqualTo("right");
        assertThat(desk.row(ONE.id()).entry().plate()).isEqualTo(ONE.plate());
    }

    @Test
    @DisplayName("U3: an undo is undone by the same means")
    void undoesAnUndo() {
        RunId run = pull(Visits.notes(ONE, "pulled"));
        RunId undo = number(undo(run));
        site.sync();

        RunId back = number(undo(undo));

        assertThat(notes(ONE)).isEqualTo("pulled");
        assertThat(undo(undo).undo()).as("nothing is left to undo").isNull();
        site.sync();
        assertThat(site.atCloud(ONE.id()).orElseThrow().description().notes()).isEqualTo("pulled");
        undo(back);
        assertThat(notes(ONE)).isNull();
    }

    @Test
    void theSecondOfTwoPeopleFindsNothingLeft() {
        RunId run = pull(Visits.notes(ONE, "wrong"));
        undo(run);
        List<String> before = desk.book().everything();

        UndoOutcome.Undone second = undo(run);

        assertThat(second.undo()).isNull();
        assertThat(second.did().items()).isEmpty();
        assertThat(desk.book().everything()).isEqualTo(before);
    }

    @Test
    void aPreviewSaysTheSameAndChangesNothing() {
        RunId run = pull(Visits.notes(ONE, "wrong"));
        List<String> before = desk.book().everything();

        UndoPlan plan = undoing().preview(run, Scope.CHANGES).orElseThrow();

        assertThat(desk.book().everything()).isEqualTo(before);
        assertThat(undo(run).did()).isEqualTo(plan);
        assertThat(undoing().preview(new RunId(99), Scope.CHANGES)).isEmpty();
        assertThat(undoing().undo(new RunId(99), Scope.CHANGES, UndoneBy.alone("Asha")))
                .isEqualTo(new UndoOutcome.NoSuchRun());
        assertThat(undoing().undo(run, Scope.CHANGES, UndoneBy.alone(" "))).isInstanceOf(UndoOutcome.BadWords.class);
    }

    @Test
    void aMergeIsTakenBackToWhatWasWrittenHere() {
        Desk.done(desk.correct(ONE.id(), Field.NOTES, "ours"));
        site.put(ONE.with(ONE.description().withDriverName("theirs")));
        RunId run = site.sync();
        assertThat(desk.row(ONE.id()).entry().description().driverName()).isEqualTo("theirs");

        undo(run);

        assertThat(desk.row(ONE.id()).entry().description().driverName()).isNull();
        assertThat(notes(ONE)).isEqualTo("ours");
        site.sync();
        assertThat(site.atCloud(ONE.id()).orElseThrow().description().driverName())
                .isNull();
    }

    @Test
    void whatTheRunBroughtInStaysUnlessAllOfItIsToGo() {
        Entry fresh = Visits.parked(3, "NEW");
        RunId run = pull(fresh);

        UndoOutcome.Undone some = undo(run);
        assertThat(some.undo()).isNull();
        assertThat(reasons(some)).containsExactly(Reason.BROUGHT_IN);
        assertThat(some.did().needsPerson()).isFalse();

        RunId undo = number(undo(run, Scope.ALL));
        assertThat(desk.row(fresh.id()).isVoided()).isTrue();
        assertThat(desk.book().row("SELECT operation, reason FROM sync_queue"))
                .isEqualTo("DELETE|undo of run " + run + ", approved by Ravi");
        site.sync();
        assertThat(site.atCloud(fresh.id())).isEmpty();

        undo(undo);
        site.sync();
        assertThat(desk.row(fresh.id()).isVoided()).isFalse();
        assertThat(site.atCloud(fresh.id())).isPresent();
    }

    @Test
    @DisplayName("P11: a payment recorded here since is not taken back, whatever else goes")
    void aPaymentRecordedHereStays() {
        Entry fresh = Visits.parked(3, "NEW");
        RunId run = pull(fresh);
        desk.clock().advance(Duration.ofHours(1));
        Desk.done(desk.leave(fresh.id(), Departure.Settlement.CASH));

        UndoOutcome.Undone undone = undo(run, Scope.ALL);

        assertThat(reasons(undone)).containsExactly(Reason.LATER_WORK);
        assertThat(desk.row(fresh.id()).isVoided()).isFalse();
        assertThat(desk.row(fresh.id()).entry().payment().status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    @Tag("F-H4")
    void aPaymentGoesBackOnlyIfTwoPersonsAgree() {
        RunId run = pull(Visits.paid(ONE, Desk.MORNING.plusSeconds(3600), 225));
        Entry paid = desk.row(ONE.id()).entry();

        assertThat(undoing().undo(run, Scope.CHANGES, UndoneBy.alone("Asha")))
                .isEqualTo(new UndoOutcome.NeedsSecondPerson(1));
        assertThat(undoing().undo(run, Scope.CHANGES, new UndoneBy("Asha", " ASHA ")))
                .isInstanceOf(UndoOutcome.BadWords.class);
        assertThat(undoing().undo(run, Scope.CHANGES, new UndoneBy("Asha", " ")))
                .isInstanceOf(UndoOutcome.BadWords.class);
        assertThat(undoing().undo(run, Scope.CHANGES, new UndoneBy("Asha", "system")))
                .as("nobody is no second person")
                .isInstanceOf(UndoOutcome.BadWords.class);
        UndoRun inPieces = new UndoRun(desk.database(), desk.clock(), desk.ids(), new UndoRun.Sizes(0, 1));
        assertThat(inPieces.undo(run, Scope.CHANGES, UndoneBy.alone("Asha")))
                .isEqualTo(new UndoOutcome.NeedsSecondPerson(1));
        assertThat(desk.row(ONE.id()).entry()).isEqualTo(paid);
        assertThat(desk.book().number("SELECT count(*) FROM audit_log WHERE cause = 'rollback'"))
                .isZero();

        assertThat(undo(run).did().paymentsTakenBack()).isOne();
    }

    @Test
    void aDeskWhereNobodyHasANameTakesAPaymentBackAsItsOwnDoing() {
        RunId run = pull(Visits.paid(ONE, Desk.MORNING.plusSeconds(3600), 225));
        assertThat(undoing().undo(run, Scope.CHANGES, UndoneBy.alone("System")))
                .isInstanceOfSatisfying(
                        UndoOutcome.Undone.class,
                        undone -> assertThat(undone.did().paymentsTakenBack()).isOne());
    }

    @Test
    void whatIsNoPaymentGoesBackByOnePersonsWord() {
        RunId run = pull(Visits.notes(ONE, "wrong"));
        assertThat(undoing().undo(run, Scope.CHANGES, UndoneBy.alone("Asha")))
                .isInstanceOfSatisfying(
                        UndoOutcome.Undone.class,
                        undone -> assertThat(undone.undo()).isNotNull());
    }

    @Test
    @DisplayName("P11: a payment that an undo takes back is found in the trail")
    void aPaymentTakenBackIsFoundInTheTrail() {
        RunId run = pull(Visits.paid(ONE, Desk.MORNING.plusSeconds(3600), 225));

        undo(run);

        assertThat(desk.row(ONE.id()).entry().payment().status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(desk.book().row("""
                        SELECT json_extract(before, '$.fee') || ' ' || json_extract(before, '$.payment_status')
                        FROM audit_log WHERE cause = 'rollback'""")).isEqualTo("225.0 Paid");
    }

    @Test
    void whatTheRunVoidedComesBackAndWhatItBroughtBackIsVoided() {
        site.voided(ONE.id());
        RunId voiding = site.sync();
        RunId undo = number(undo(voiding));
        assertThat(desk.row(ONE.id()).isVoided()).isFalse();
        site.sync();
        assertThat(site.atCloud(ONE.id())).isPresent();

        undo(undo);
        site.sync();
        assertThat(desk.row(ONE.id()).isVoided()).isTrue();
        assertThat(site.atCloud(ONE.id())).isEmpty();

        RunId reviving = pull(Visits.notes(ONE, "back"));
        assertThat(desk.row(ONE.id()).isVoided()).isFalse();
        undo(reviving);
        assertThat(desk.row(ONE.id()).isVoided()).isTrue();
    }

    @Test
    void aRecordThatSomebodyVoidedSinceIsLeft() {
        RunId run = pull(Visits.notes(ONE, "wrong"));
        Desk.done(desk.voidEntry(ONE.id(), "a mistake"));

        assertThat(reasons(undo(run))).containsExactly(Reason.LATER_WORK);
        assertThat(desk.row(ONE.id()).isVoided()).isTrue();
    }

    @Test
    void aRecordThatWouldContradictItselfIsLeft() {
        RunId run = pull(ONE.withEntryTime(Desk.MORNING.minusSeconds(7200)));
        Desk.done(desk.leave(
                ONE.id(),
                new Departure(Departure.Settlement.UNPAID, null, null, Desk.MORNING.minusSeconds(60), "Asha")));

        assertThat(reasons(undo(run))).containsExactly(Reason.BREAKS_RULE);
    }

    @Test
    void aRecordWhoseOldPlaceIsTakenIsLeft() {
        RunId run = pull(ONE.withPlate(new Plate("8822")));
        desk.enter(ONE.plate().typed(), ONE.entryTime());

        UndoOutcome.Undone undone = undo(run);

        assertThat(reasons(undone)).containsExactly(Reason.PLACE_TAKEN);
        assertThat(undone.did().needsPerson()).isTrue();
        assertThat(desk.row(ONE.id()).entry().plate()).isEqualTo(new Plate("8822"));
    }

    @Test
    void recordsThatFollowedEachOtherGoBackTheOtherWayRound() {
        site.put(TWO.withPlate(new Plate("8822")));
        site.put(ONE.withPlate(TWO.plate()));
        RunId run = site.sync();
        UndoPlan plan = undoing().preview(run, Scope.CHANGES).orElseThrow();

        UndoOutcome.Undone undone = undo(run);

        assertThat(undone.did()).isEqualTo(plan);
        assertThat(undone.did().changed()).isEqualTo(2);
        assertThat(desk.row(ONE.id()).entry().plate()).isEqualTo(ONE.plate());
        assertThat(desk.row(TWO.id()).entry().plate()).isEqualTo(TWO.plate());
        site.sync();
        assertThat(site.atCloud(ONE.id()).orElseThrow().plate()).isEqualTo(ONE.plate());
        assertThat(site.atCloud(TWO.id()).orElseThrow().plate()).isEqualTo(TWO.plate());
    }

    @Test
    void aRecordThatWaitsForADecisionIsLeftAsItIs() {
        RunId run = pull(Visits.notes(ONE, "wrong"));
        Desk.done(desk.leave(ONE.id(), Departure.Settlement.CASH));
        site.put(Visits.notes(Visits.paid(ONE, Desk.MORNING.plusSeconds(60), 500), "wrong"));
        site.sync();
        assertThat(desk.row(ONE.id()).sync().status()).isEqualTo(SyncStatus.CONFLICT);

        assertThat(reasons(undo(run))).containsExactly(Reason.IN_CONFLICT);
        assertThat(notes(ONE)).isEqualTo("wrong");
    }

    @Test
    void anOperationWithoutAnswerGoesFirstAndTheUndoFollowsIt() {
        RunId run = pull(Visits.notes(ONE, "wrong"));
        Desk.done(desk.correct(ONE.id(), Field.LOCATION, "row 7"));
        site.pushUnheard();

        undo(run);

        assertThat(desk.queue(ONE.id())).containsExactly("UPDATE|pending", "UPDATE|pending");
        site.sync();
        Entry there = site.atCloud(ONE.id()).orElseThrow();
        assertThat(there.description().notes()).isNull();
        assertThat(there.description().location()).isEqualTo("row 7");
        assertThat(desk.row(ONE.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void anOperationThatTheCloudRefusedIsCarriedAlong() {
        RunId run = pull(Visits.notes(ONE, "wrong"));
        Desk.done(desk.correct(ONE.id(), Field.LOCATION, "row 7"));
        desk.book().run("""
                UPDATE sync_queue SET status = 'failed', retry_count = 4, last_attempt_at = created_at, base_version = 2,
                    error_message = 'refused';
                UPDATE parking_entries SET sync_status = 'failed' WHERE uuid = '%s'""".formatted(ONE.id()));

        undo(run);

        assertThat(desk.row(ONE.id()).sync().status()).isEqualTo(SyncStatus.PENDING);
        site.sync();
        Entry there = site.atCloud(ONE.id()).orElseThrow();
        assertThat(there.description().notes()).isNull();
        assertThat(there.description().location()).isEqualTo("row 7");
    }

    @Test
    void aJoinedVisitStaysJoinedAsLongAsTheOtherLives() {
        EntryId mine = desk.enter("MH20X1").id();
        site.put(Visits.parked(5, "MH20X1").withEntryTime(Desk.MORNING.minusSeconds(60)));
        RunId run = site.sync();
        assertThat(desk.find(mine)).isEmpty();

        assertThat(reasons(undo(run))).containsExactly(Reason.BROUGHT_IN, Reason.JOINED);
        assertThat(desk.find(mine)).isEmpty();
    }

    @Test
    void aVisitJoinedIntoOneThatGoesComesBack() {
        EntryId mine = desk.enter("MH20X1").id();
        Entry other = Visits.parked(5, "MH20X1").withEntryTime(Desk.MORNING.minusSeconds(60));
        site.put(other);
        RunId run = site.sync();
        UndoPlan plan = undoing().preview(run, Scope.ALL).orElseThrow();

        UndoOutcome.Undone undone = undo(run, Scope.ALL);

        assertThat(undone.did()).isEqualTo(plan);
        assertThat(undone.did().needsPerson()).isFalse();
        assertThat(desk.row(mine).isVoided()).isFalse();
        assertThat(desk.row(other.id()).isVoided()).isTrue();
        assertThat(desk.book().number("SELECT count(*) FROM displaced_entries")).isZero();
        site.sync();
        assertThat(site.atCloud(mine)).isPresent();
        assertThat(site.atCloud(other.id())).isEmpty();
    }

    @Test
    void theListOfRunsTellsWhatWasUndone() {
        RunId run = pull(Visits.notes(ONE, "wrong"));
        RunId undo = number(undo(run));

        var runs = new SyncQueries(desk.database()).runs();

        assertThat(runs.getFirst().id()).isEqualTo(undo.number());
        assertThat(runs.getFirst().trigger()).isEqualTo("undo");
        assertThat(runs.getFirst().outcome()).isEqualTo("completed");
        assertThat(runs.getFirst().undoing().undoes()).isEqualTo(run.number());
        assertThat(runs.getFirst().undoing().restored()).isOne();
        assertThat(runs.get(1).undoing().undoneBy()).containsExactly(undo.number());
        assertThat(runs.get(1).undoing().undoes()).isNull();
    }

    private RunId pull(Entry changed) {
        site.put(changed);
        desk.clock().advance(Duration.ofSeconds(1));
        return site.sync();
    }

    private UndoRun undoing() {
        return new UndoRun(desk.database(), desk.clock(), desk.ids());
    }

    private UndoOutcome.Undone undo(RunId run) {
        return undo(run, Scope.CHANGES);
    }

    private UndoOutcome.Undone undo(RunId run, Scope scope) {
        desk.clock().advance(Duration.ofSeconds(1));
        return (UndoOutcome.Undone) undoing().undo(run, scope, new UndoneBy("Asha", "Ravi"));
    }

    private static RunId number(UndoOutcome.Undone undone) {
        return Objects.requireNonNull(undone.undo());
    }

    private static List<Reason> reasons(UndoOutcome.Undone undone) {
        return undone.did().items().stream()
                .map(item -> ((UndoStep.Leave) item.step()).reason())
                .toList();
    }

    private String notes(Entry entry) {
        return desk.row(entry.id()).entry().description().notes();
    }
}
