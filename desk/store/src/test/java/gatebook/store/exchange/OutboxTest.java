package gatebook.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.store.Desk;
import gatebook.store.operation.Departure;
import gatebook.store.record.AuditLog;
import gatebook.store.record.SyncStatus;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queue on its way to the cloud. */
class OutboxTest {
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
    void anEntryIsSentAsItStandsAndIsThenInStep() {
        Entry entry = desk.enter("MH12AB1234");
        Outbox.Batch batch = desk.take();

        OutgoingOperation sent = batch.operations().getFirst();
        assertThat(sent.kind()).isEqualTo(OperationKind.CREATE);
        assertThat(sent.baseVersion()).isZero();
        assertThat(CloudModel.read(sent.data())).isEqualTo(entry);
        assertThat(desk.settle(batch, cloud.push(batch))).isEqualTo(Tally.PUSHED);
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(desk.row(entry.id()).sync().remoteVersion()).isEqualTo(1);
        assertThat(desk.row(entry.id()).baseData()).isEqualTo(sent.data());
        assertThat(desk.take().operations()).isEmpty();
    }

    @Test
    void p2WhatWasTakenBeforeACrashIsSentAgainUnderTheSameId() {
        Entry entry = desk.enter("MH12AB1234");
        Outbox.Batch lost = desk.take();
        cloud.push(lost);
        desk.restart();
        desk.correct(entry.id(), Field.NOTES, "after the crash");

        Outbox.Batch again = desk.take();
        assertThat(again.operations()).isEqualTo(lost.operations());
        assertThat(again.deviceSeq()).isGreaterThan(lost.deviceSeq());
        desk.settle(again, cloud.push(again));
        assertThat(cloud.records().get(entry.id()).version()).isEqualTo(1);
        assertThat(CloudModel.kinds(desk.take())).containsExactly(OperationKind.UPDATE);
    }

    @Test
    void p3OperationsOfARecordGoOneAfterTheOther() {
        Entry entry = desk.enter("MH12AB1234");
        Outbox.Batch first = desk.take();
        desk.correct(entry.id(), Field.NOTES, "one");
        desk.correct(entry.id(), Field.NOTES, "two");
        assertThat(desk.take().operations())
                .as("nothing overtakes what is under way")
                .isEmpty();

        desk.settle(first, cloud.push(first));
        Outbox.Batch second = desk.take();
        assertThat(second.operations()).hasSize(1);
        assertThat(CloudModel.read(second.operations().getFirst().data())
                        .description()
                        .notes())
                .isEqualTo("two");
        assertThat(second.operations().getFirst().baseVersion()).isEqualTo(1);
    }

    @Test
    void aBatchHoldsOneOperationOfEachRecordInTheOrderOfWriting() {
        List<EntryId> written = new ArrayList<>();
        for (int at = 0; at < 5; at++) {
            written.add(desk.enter("MH12AB000" + at).id());
        }
        written.forEach(id -> desk.correct(id, Field.NOTES, "late"));

        Outbox.Batch batch = desk.outbox().take(desk.clock().instant(), 3, Outbox.Due.NOW, new Outbox.Lane.Any());
        assertThat(batch.operations()).extracting(OutgoingOperation::record).isEqualTo(written.subList(0, 3));
        assertThat(desk.take().operations())
                .extracting(OutgoingOperation::record)
                .isEqualTo(written.subList(3, 5));
    }

    @Test
    void foldedRowsNameTheOperationThatCarriesThem() {
        Entry entry = desk.enter("MH12AB1234");
        desk.correct(entry.id(), Field.NOTES, "one");
        desk.leave(entry.id(), Departure.Settlement.CASH);
        Outbox.Batch batch = desk.take();

        assertThat(CloudModel.kinds(batch)).containsExactly(OperationKind.CREATE);
        assertThat(desk.queue(entry.id())).containsExactly("CREATE|cancelled", "UPDATE|cancelled", "CREATE|processing");
        assertThat(desk.book().rows("SELECT DISTINCT superseded_by FROM sync_queue WHERE status = 'cancelled'"))
                .containsExactly(batch.operations().getFirst().opId().toString());
        assertThat(desk.book().number("SELECT count(*) FROM audit_log")).isEqualTo(3);
    }

    @Test
    void whatWasWrittenAndVoidedBeforeItWasSentNeverGoes() {
        Entry entry = desk.enter("MH12AB1234");
        desk.voidEntry(entry.id(), "a mistake");

        assertThat(desk.take()).isEqualTo(new Outbox.Batch(0, List.of()));
        assertThat(desk.queue(entry.id())).containsExactly("CREATE|cancelled", "DELETE|cancelled");
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(desk.take().deviceSeq()).as("no request, no number").isZero();
    }

    @Test
    void aBatchThatALaterRequestHasPassedGoesByALaterNumber() {
        desk.enter("MH12 AB 1234");
        Outbox.Batch ahead = desk.take();
        assertThat(desk.outbox().numbered(ahead, desk.clock().instant())).isEqualTo(ahead);

        long passing = desk.outbox().nextDeviceSeq(desk.clock().instant());
        Outbox.Batch numbered = desk.outbox().numbered(ahead, desk.clock().instant());

        assertThat(numbered.deviceSeq()).isGreaterThan(passing);
        assertThat(numbered.operations()).isEqualTo(ahead.operations());
    }

    @Test
    void theBaseVersionIsThatOfTheFirstAttemptAndStays() {
        Entry entry = inStep("MH12AB1234");
        desk.correct(entry.id(), Field.NOTES, "mine");
        Outbox.Batch batch = desk.take();
        assertThat(batch.operations().getFirst().baseVersion()).isEqualTo(1);

        desk.outbox().release(batch);
        desk.book().run("UPDATE parking_entries SET remote_version = 9");
        assertThat(desk.take().operations()).isEqualTo(batch.operations());
    }

    @ParameterizedTest(name = "after {0} refusals the next try comes {1} s later")
    @CsvSource({"0, 30", "1, 300", "2, 1800"})
    void aRejectedOperationWaitsLongerEachTime(int refusals, int seconds) {
        Entry entry = desk.enter("MH12AB1234");
        for (int at = 0; at < refusals; at++) {
            reject(desk.take(Outbox.Due.ALL));
        }
        assertThat(reject(desk.take(Outbox.Due.ALL))).isEqualTo(Tally.REJECTED);

        desk.clock().advance(Duration.ofSeconds(seconds).minusMillis(1));
        assertThat(desk.take().operations()).isEmpty();
        desk.clock().advance(Duration.ofMillis(1));
        assertThat(desk.take().operations())
                .extracting(OutgoingOperation::record)
                .containsExactly(entry.id());
    }

    @Test
    void x2AnOperationRefusedToTheEndFailsWithTheReasonAndLetsTheOthersGo() {
        Entry bad = desk.enter("MH12AB1234");
        for (int at = 0; at < 3; at++) {
            assertThat(reject(desk.take(Outbox.Due.ALL))).isEqualTo(Tally.REJECTED);
        }
        assertThat(reject(desk.take(Outbox.Due.ALL))).isEqualTo(Tally.FAILED);
        Entry good = desk.enter("GJ01X9");

        assertThat(desk.row(bad.id()).sync().status()).isEqualTo(SyncStatus.FAILED);
        assertThat(desk.book().row("SELECT status, error_message FROM sync_queue WHERE status = 'failed'"))
                .isEqualTo("failed|fee (NEGATIVE): a fee is not below zero");
        assertThat(desk.take(Outbox.Due.ALL).operations())
                .extracting(OutgoingOperation::record)
                .containsExactly(good.id());
    }

    @Test
    void x2AThousandGoodOperationsGoPastOneThatTheCloudRefuses() {
        Entry bad = desk.enter("MH12AB1234");
        for (int at = 0; at < 1_000; at++) {
            desk.enter("GJ01X" + at);
        }
        Tally tally = Tally.NONE;
        for (Outbox.Batch batch = desk.take(); !batch.operations().isEmpty(); batch = desk.take()) {
            List<PushAnswer.Result> results = batch.operations().stream()
                    .map(sent -> new PushAnswer.Result(
                            sent.opId(), sent.record().equals(bad.id()) ? rejected() : applied(1)))
                    .toList();
            tally = tally.plus(desk.settle(batch, CloudModel.answer(results)));
        }

        assertThat(tally).isEqualTo(new Tally(1_000, 0, 0, 0, 1, 0));
        assertThat(desk.queue(bad.id())).containsExactly("CREATE|pending");
    }

    @Test
    void aRejectedRetryKeepsItsIdAndItsPayload() {
        desk.enter("MH12AB1234");
        Outbox.Batch first = desk.take();
        reject(first);
        desk.clock().advance(Duration.ofMinutes(1));

        assertThat(desk.take().operations()).isEqualTo(first.operations());
    }

    @Test
    void anEditCarriesWhatWasRejectedAndGoesAtOnce() {
        Entry entry = desk.enter("MH12AB1234");
        reject(desk.take());
        desk.correct(entry.id(), Field.NOTES, "put right");
        Outbox.Batch batch = desk.take();

        assertThat(CloudModel.kinds(batch)).containsExactly(OperationKind.CREATE);
        assertThat(desk.queue(entry.id())).containsExactly("CREATE|cancelled", "CREATE|processing");
        assertThat(desk.book().row("SELECT superseded_by FROM sync_queue WHERE status = 'cancelled'"))
                .isEqualTo(batch.operations().getFirst().opId().toString());
    }

    @Test
    void anEditCarriesWhatHadFailedForGood() {
        Entry entry = inStep("MH12AB1234");
        desk.correct(entry.id(), Field.NOTES, "refused");
        fail(entry);
        desk.correct(entry.id(), Field.NOTES, "put right");

        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.PENDING);
        Outbox.Batch batch = desk.take();
        assertThat(CloudModel.kinds(batch)).containsExactly(OperationKind.UPDATE);
        desk.settle(batch, cloud.push(batch));
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void severalEditsAfterAFailedEntryStillMakeOneEntry() {
        Entry entry = desk.enter("MH12AB1234");
        fail(entry);
        desk.correct(entry.id(), Field.NOTES, "put right");
        desk.correct(entry.id(), Field.NOTES, "and again");

        Outbox.Batch batch = desk.take();
        assertThat(CloudModel.kinds(batch)).containsExactly(OperationKind.CREATE);
        desk.settle(batch, cloud.push(batch));
        assertThat(cloud.records().get(entry.id()).entry().description().notes())
                .isEqualTo("and again");
    }

    @Test
    void voidingWhatTheCloudNeverTookInSendsNothing() {
        Entry entry = desk.enter("MH12AB1234");
        fail(entry);
        desk.voidEntry(entry.id(), "a mistake");

        assertThat(desk.take().operations()).isEmpty();
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void thirtyDaysOfflineFailNothing() {
        Entry entry = desk.enter("MH12AB1234");
        Outbox.Batch first = desk.take();
        for (int day = 0; day < 30; day++) {
            desk.outbox().release(desk.take());
            desk.clock().advance(Duration.ofDays(1));
        }
        desk.outbox().release(first);

        assertThat(desk.book().row("SELECT retry_count, status FROM sync_queue"))
                .isEqualTo("0|pending");
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.PENDING);
        assertThat(desk.take().operations()).isEqualTo(first.operations());
    }

    @Test
    void noVerdictCountsNoTryAndWaitsAMoment() {
        desk.enter("MH12AB1234");
        Outbox.Batch batch = desk.take();
        desk.settle(batch, CloudModel.answer(only(batch), new OpOutcome.RetryLater()));

        assertThat(desk.book().row("SELECT retry_count, status FROM sync_queue"))
                .isEqualTo("0|pending");
        assertThat(desk.take().operations()).isEmpty();
        desk.clock().advance(Duration.ofSeconds(30));
        assertThat(desk.take().operations()).isEqualTo(batch.operations());
    }

    @Test
    void fC2ARetrySetByAClockAheadOfItsTimeDoesNotWaitForYears() {
        desk.clock().advance(Duration.ofDays(3650));
        desk.enter("MH12AB1234");
        reject(desk.take());
        desk.clock().set(Desk.MORNING);

        assertThat(desk.take().operations()).hasSize(1);
    }

    @Test
    void fE7AnswersAreMatchedByIdAlone() {
        Entry one = desk.enter("MH12AB1234");
        Entry two = desk.enter("GJ01X9");
        Outbox.Batch batch = desk.take();
        OpId first = batch.operations().get(0).opId();
        PushAnswer.Result applied = new PushAnswer.Result(first, applied(1));
        PushAnswer.Result unknown = new PushAnswer.Result(new OpId(new UUID(9, 9)), applied(7));

        Tally tally = desk.settle(batch, CloudModel.answer(List.of(unknown, applied, applied)));

        assertThat(tally).isEqualTo(Tally.PUSHED);
        assertThat(desk.queue(one.id())).containsExactly("CREATE|completed");
        assertThat(desk.queue(two.id())).as("no outcome: it waits again").containsExactly("CREATE|pending");
        assertThat(desk.row(one.id()).sync().remoteVersion()).isEqualTo(1);
    }

    @Test
    void fD2AStragglersAnswerFindsNothingUnderWay() {
        Entry entry = desk.enter("MH12AB1234");
        Outbox.Batch batch = desk.take();
        desk.outbox().release(batch);

        assertThat(desk.settle(batch, cloud.push(batch))).isEqualTo(Tally.NONE);
        assertThat(desk.queue(entry.id())).containsExactly("CREATE|pending");
        Outbox.Batch again = desk.take();
        assertThat(desk.settle(again, cloud.push(again))).isEqualTo(Tally.PUSHED);
        assertThat(desk.row(entry.id()).sync().remoteVersion()).isEqualTo(1);
    }

    @Test
    void anAnswerThatComesAfterTheNewsOfItTakesNothingBack() {
        Entry entry = desk.enter("MH12AB1234");
        Outbox.Batch batch = desk.take();
        PushAnswer answer = cloud.push(batch);
        cloud.put(
                cloud.records().get(entry.id()).entry().with(entry.description().withNotes("theirs")));
        desk.apply(cloud.page(desk.inbox().position(), 10));
        desk.settle(batch, answer);

        assertThat(desk.row(entry.id()).sync().remoteVersion()).isEqualTo(2);
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(desk.row(entry.id()).entry().description().notes()).isEqualTo("theirs");
    }

    @Test
    void sentRowsAreDroppedAfterTheirTimeAndUnsentOnesNever() {
        inStep("MH12AB1234");
        desk.enter("GJ01X9");
        desk.clock().advance(Duration.ofDays(31));

        assertThat(desk.outbox().purge(desk.clock().instant(), 100)).isEqualTo(1);
        assertThat(desk.book().rows("SELECT status FROM sync_queue")).containsExactly("pending");
    }

    @Test
    void rowsThatOthersCarriedAreDroppedAfterTheirTimeToo() {
        Entry entry = desk.enter("MH12AB1234");
        Desk.done(desk.correct(entry.id(), Field.NOTES, "later"));
        Outbox.Batch batch = desk.take();
        desk.settle(batch, cloud.push(batch));
        assertThat(desk.book().rows("SELECT status FROM sync_queue")).containsExactly("cancelled", "completed");
        desk.clock().advance(Duration.ofDays(31));

        assertThat(desk.outbox().purge(desk.clock().instant(), 100)).isEqualTo(2);
    }

    private Entry inStep(String plate) {
        Entry entry = desk.enter(plate);
        Outbox.Batch batch = desk.take();
        desk.settle(batch, cloud.push(batch));
        return entry;
    }

    private void fail(Entry entry) {
        while (desk.row(entry.id()).sync().status() != SyncStatus.FAILED) {
            reject(desk.take(Outbox.Due.ALL));
        }
    }

    private Tally reject(Outbox.Batch batch) {
        return desk.settle(batch, CloudModel.answer(only(batch), rejected()));
    }

    private static OpOutcome rejected() {
        return new OpOutcome.Rejected(List.of(new FieldError("fee", FieldFault.NEGATIVE, "a fee is not below zero")));
    }

    private static OpId only(Outbox.Batch batch) {
        assertThat(batch.operations()).hasSize(1);
        return batch.operations().getFirst().opId();
    }

    private static OpOutcome applied(long version) {
        return new OpOutcome.Applied(version, 12, 34, Optional.empty());
    }
}
