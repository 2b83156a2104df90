package gatebook.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.operation.Departure;
import gatebook.store.record.AuditLog;
import gatebook.store.record.SyncStatus;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.OperationKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides changed a record: what becomes of row, queue, inbox and audit trail. */
class ConflictOutcomeTest {
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
    void v2TheSameChangeOnBothSidesSendsNothingMore() {
        desk.correct(entry.id(), Field.NOTES, "x");
        Entry same = desk.row(entry.id()).entry();
        cloud.put(same);
        cloud.sync(desk);

        assertInStep(same);
        assertThat(desk.queue(entry.id())).containsExactly("CREATE|completed", "UPDATE|cancelled");
        assertThat(conflicts()).isEmpty();
    }

    @Test
    void v1ChangesSideBySideAreMergedAndSentWithoutAConflict() {
        desk.correct(entry.id(), Field.DRIVER_CONTACT, "9800000000");
        cloud.put(Visits.notes(entry, "theirs"));
        cloud.sync(desk);
        cloud.sync(desk);

        Entry merged = desk.row(entry.id()).entry();
        assertThat(merged.description().notes()).isEqualTo("theirs");
        assertThat(merged.description().driverContact()).isEqualTo("9800000000");
        assertInStep(merged);
        assertThat(conflicts()).isEmpty();
        assertThat(causes()).containsExactly("local|CREATE", "local|UPDATE", "merge|UPDATE");
        assertThat(desk.queue(entry.id())).containsExactly("CREATE|completed", "UPDATE|cancelled", "UPDATE|completed");
    }

    @Test
    void v3OfTwoNotesTheLocalOneWinsAndTheOtherIsKept() {
        desk.correct(entry.id(), Field.NOTES, "mine");
        cloud.put(Visits.notes(entry, "theirs"));
        cloud.sync(desk);
        cloud.sync(desk);

        assertInStep(desk.row(entry.id()).entry());
        assertThat(desk.row(entry.id()).entry().description().notes()).isEqualTo("mine");
        assertThat(desk.book().row("""
                        SELECT conflict_type, resolution_strategy, resolved_by, fields,
                            json_extract(remote_data, '$.notes'), json_extract(base_data, '$.notes')
                        FROM sync_conflicts""")).isEqualTo("VERSION_MISMATCH|MERGE_INTELLIGENT|System|[\"notes\"]|theirs|null");
    }

    @Test
    void v4WhereTheCloudsValueWinsNothingIsSent() {
        desk.correct(entry.id(), Field.NOTES, "mine");
        cloud.sync(desk);
        desk.correct(entry.id(), Field.NOTES, "");
        cloud.put(Visits.notes(desk.row(entry.id()).entry(), "theirs"));
        cloud.sync(desk);

        assertThat(desk.row(entry.id()).entry().description().notes()).isEqualTo("theirs");
        assertThat(desk.take().operations()).isEmpty();
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(conflicts()).hasSize(1);
    }

    @Test
    void m1TwoPaymentsWaitForAPersonAndNothingOfTheRecordIsSent() {
        pay();
        cloud.put(Visits.paid(entry, Desk.MORNING.plusSeconds(120), 225));
        cloud.sync(desk);

        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.CONFLICT);
        assertThat(desk.row(entry.id()).sync().remoteVersion()).isEqualTo(2);
        assertThat(conflicts()).containsExactly("BUSINESS_RULE_VIOLATION|MANUAL_REVIEW|null|2");
        assertThat(desk.queue(entry.id())).containsExactly("CREATE|completed", "UPDATE|cancelled");
        desk.correct(entry.id(), Field.NOTES, "written meanwhile");
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.CONFLICT);
    }

    @Test
    void p11BothAmountsAreInTheInbox() {
        pay();
        cloud.put(Visits.paid(entry, Desk.MORNING.plusSeconds(120), 200));
        cloud.sync(desk);

        assertThat(desk.book().row("""
                        SELECT json_extract(local_data, '$.fee'), json_extract(remote_data, '$.fee')
                        FROM sync_conflicts""")).isEqualTo("225.0|200.0");
    }

    @Test
    void newsOfARecordInConflictRenewTheItemAndSendNothing() {
        pay();
        Entry theirs = Visits.paid(entry, Desk.MORNING.plusSeconds(120), 225);
        cloud.put(theirs);
        cloud.sync(desk);
        cloud.put(Visits.notes(theirs, "a receipt was given"));
        cloud.sync(desk);

        assertThat(conflicts()).containsExactly("BUSINESS_RULE_VIOLATION|MANUAL_REVIEW|null|3");
        assertThat(desk.book().row("""
                        SELECT json_extract(remote_data, '$.notes'), json_extract(base_data, '$.status')
                        FROM sync_conflicts""")).isEqualTo("a receipt was given|Parked");
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
        assertThat(desk.row(entry.id()).entry().payment().status().text()).isEqualTo("Paid");
    }

    @Test
    void anItemEndsByItselfWhenTheCloudComesToHoldWhatStandsHere() {
        pay();
        cloud.put(Visits.paid(entry, Desk.MORNING.plusSeconds(120), 225));
        cloud.sync(desk);
        cloud.put(desk.row(entry.id()).entry());
        cloud.sync(desk);

        assertThat(conflicts()).containsExactly("BUSINESS_RULE_VIOLATION|MERGE_INTELLIGENT|System|2");
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void d1VoidedHereAndChangedThereWaitsForAPerson() {
        desk.voidEntry(entry.id(), "a mistake");
        cloud.put(Visits.notes(entry, "theirs"));
        cloud.sync(desk);

        assertThat(conflicts()).containsExactly("DATA_INCONSISTENCY|MANUAL_REVIEW|null|2");
        assertThat(desk.row(entry.id()).isVoided()).isTrue();
        assertThat(desk.book().row("SELECT local_data FROM sync_conflicts")).isEqualTo("null");
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
    }

    @Test
    void d1ChangedHereAndVoidedThereWaitsForAPerson() {
        desk.correct(entry.id(), Field.NOTES, "mine");
        cloud.voided(entry.id());
        cloud.sync(desk);

        assertThat(conflicts()).containsExactly("DATA_INCONSISTENCY|MANUAL_REVIEW|null|2");
        assertThat(desk.row(entry.id()).isVoided()).isFalse();
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
    }

    @Test
    void d2VoidedOnBothSidesIsVoided() {
        desk.voidEntry(entry.id(), "a mistake");
        cloud.voided(entry.id());
        cloud.sync(desk);

        assertThat(desk.row(entry.id()).isVoided()).isTrue();
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(conflicts()).isEmpty();
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
    }

    @Test
    void d3AVoidOfTheCloudsReachesTheDeskAndItsTrail() {
        cloud.voided(entry.id());
        cloud.sync(desk);

        assertThat(desk.row(entry.id()).isVoided()).isTrue();
        assertThat(causes()).containsExactly("local|CREATE", "pull|DELETE");
    }

    @Test
    void w1ARecordThatTheCloudHasLostIsSentAnew() {
        desk.correct(entry.id(), Field.NOTES, "mine");
        cloud.records().clear();
        Outbox.Batch batch = desk.take();
        desk.settle(batch, cloud.push(batch));
        Outbox.Batch anew = desk.take();

        assertThat(CloudModel.kinds(anew)).containsExactly(OperationKind.CREATE);
        assertThat(anew.operations().getFirst().baseVersion()).isZero();
        desk.settle(anew, cloud.push(anew));
        assertInStep(desk.row(entry.id()).entry());
        assertThat(conflicts()).isEmpty();
    }

    @Test
    void voidingARecordThatTheCloudHasLostEndsThere() {
        desk.voidEntry(entry.id(), "a mistake");
        cloud.records().clear();
        Outbox.Batch batch = desk.take();
        desk.settle(batch, cloud.push(batch));

        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(desk.take(Outbox.Due.ALL).operations()).isEmpty();
    }

    @Test
    void editsMadeWhileAnAnswerWasAwaitedAreCarriedByTheMerge() {
        desk.correct(entry.id(), Field.NOTES, "mine");
        Outbox.Batch batch = desk.take();
        desk.correct(entry.id(), Field.LOCATION, "row 7");
        cloud.put(entry.with(entry.description().withDriverName("theirs")));
        desk.settle(batch, cloud.push(batch));
        cloud.sync(desk);

        Entry merged = desk.row(entry.id()).entry();
        assertThat(merged.description().notes()).isEqualTo("mine");
        assertThat(merged.description().location()).isEqualTo("row 7");
        assertThat(merged.description().driverName()).isEqualTo("theirs");
        assertInStep(merged);
    }

    @Test
    void r1AnUnansweredOperationStaysWhenNewsComeAndTakesEffectOnce() {
        desk.correct(entry.id(), Field.NOTES, "mine");
        Outbox.Batch lost = desk.take();
        cloud.push(lost);
        desk.outbox().release(lost);
        Entry held = cloud.records().get(entry.id()).entry();
        cloud.put(held.with(held.description().withDriverName("theirs")));
        desk.apply(cloud.page(desk.inbox().position(), 10));

        assertThat(desk.queue(entry.id())).containsExactly("CREATE|completed", "UPDATE|pending");
        cloud.sync(desk);
        assertInStep(desk.row(entry.id()).entry());
        assertThat(cloud.records().get(entry.id()).version()).isEqualTo(3);
        assertThat(desk.row(entry.id()).entry().description().driverName()).isEqualTo("theirs");
    }

    @Test
    void b2AVehicleInsideTwiceIsAskedAboutOnceAndBlocksNothing() {
        cloud.put(Visits.parked(9, "MH12AB1234").withEntryTime(Desk.MORNING.plusSeconds(7200)));
        desk.clock().advance(Duration.ofHours(6));
        Entry second = desk.enter("MH12AB1234");
        cloud.sync(desk);
        desk.correct(second.id(), Field.NOTES, "later");
        cloud.sync(desk);

        assertThat(desk.book().number("SELECT count(*) FROM sync_conflicts WHERE resolved_at IS NULL"))
                .isEqualTo(1);
        assertThat(desk.row(second.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(cloud.records().get(second.id()).entry().description().notes())
                .isEqualTo("later");
    }

    @Test
    void aRepeatedWarningOpensNoSecondItem() {
        Entry second = desk.enter("GJ01X9");
        OpOutcome.Warning warning = new OpOutcome.Warning(
                gatebook.rules.merge.ConflictType.BUSINESS_RULE_VIOLATION,
                gatebook.wire.entry.EntryJson.encode(Visits.parked(9, "GJ01X9")));
        for (int at = 1; at <= 2; at++) {
            desk.correct(second.id(), Field.NOTES, "edit " + at);
            Outbox.Batch batch = desk.take();
            OpOutcome applied = new OpOutcome.Applied(at, 5, at, Optional.of(warning));
            desk.settle(batch, CloudModel.answer(batch.operations().getFirst().opId(), applied));
        }

        assertThat(desk.book().number("SELECT count(*) FROM sync_conflicts")).isEqualTo(1);
    }

    private void pay() {
        desk.clock().advance(Duration.ofHours(2));
        Desk.done(desk.leave(entry.id(), Departure.Settlement.CASH));
    }

    private void assertInStep(Entry wanted) {
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(cloud.records().get(entry.id()).entry()).isEqualTo(wanted);
        assertThat(desk.row(entry.id()).sync().remoteVersion())
                .isEqualTo(cloud.records().get(entry.id()).version());
    }

    private List<String> conflicts() {
        return desk.book().rows("""
                SELECT conflict_type, resolution_strategy, resolved_by, remote_version
                FROM sync_conflicts ORDER BY id""");
    }

    private List<String> causes() {
        return desk.book()
                .rows("SELECT cause, operation FROM audit_log WHERE record_uuid = '" + entry.id() + "' ORDER BY id");
    }
}
