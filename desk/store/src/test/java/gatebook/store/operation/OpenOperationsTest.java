package gatebook.store.operation;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.store.Desk;
import gatebook.store.exchange.Outbox;
import gatebook.store.record.AuditLog;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenOperationsTest {
    private static final HistoryId HISTORY = new HistoryId(new UUID(0, 1));
    private static final OpOutcome TAKEN = new OpOutcome.Applied(1, 7, 1, Optional.empty());
    private static final OpOutcome REJECTED =
            new OpOutcome.Rejected(List.of(new FieldError("fee", FieldFault.NEGATIVE, "not below zero")));

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    @Test
    void whatTheCloudRefusedForGoodIsDueAgainWhenAPersonAsks() {
        Entry entry = desk.enter("MH12AB1234");
        long operation = failed(entry);
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.FAILED);
        assertThat(Desk.done(retry(operation)).sync().status()).isEqualTo(SyncStatus.PENDING);
        assertThat(desk.take().operations())
                .extracting(OutgoingOperation::record)
                .containsExactly(entry.id());
    }

    @Test
    void whatTheCloudRefusedForGoodIsInTheInboxUntilItGoesAgainOrIsGivenUp() {
        Entry entry = desk.enter("MH12AB1234");
        failed(entry);
        assertThat(inbox()).containsExactly("BUSINESS_RULE_VIOLATION|MANUAL_REVIEW|[\"fee\"]|null");
        desk.correct(entry.id(), Field.NOTES, "another try");
        answer(desk.take(), REJECTED);
        assertThat(inbox()).containsExactly("BUSINESS_RULE_VIOLATION|LOCAL_WINS|[\"fee\"]|System");
        desk.correct(entry.id(), Field.NOTES, "");
        Entry other = desk.enter("MH14CD5678");
        discard(failed(other));
        assertThat(inbox().getLast()).isEqualTo("BUSINESS_RULE_VIOLATION|REMOTE_WINS|[\"fee\"]|Asha");
    }

    private List<String> inbox() {
        return desk.book()
                .rows("SELECT conflict_type, resolution_strategy, fields, resolved_by FROM sync_conflicts ORDER BY id");
    }

    @Test
    void whatWaitsForItsNextTryIsDueAtOnce() {
        Entry entry = desk.enter("MH12AB1234");
        answer(desk.take(), REJECTED);
        assertThat(desk.take().operations()).isEmpty();
        retry(newest(entry));
        assertThat(desk.take().operations()).hasSize(1);
    }

    @Test
    void whatHasEndedIsNeitherRetriedNorGivenUp() {
        Entry entry = desk.enter("MH12AB1234");
        answer(desk.take(), TAKEN);
        assertThat(refusal(retry(newest(entry)))).isEqualTo(Refusal.NO_SUCH_OPERATION);
        assertThat(refusal(discard(newest(entry)))).isEqualTo(Refusal.NO_SUCH_OPERATION);
        assertThat(refusal(retry(999))).isEqualTo(Refusal.NO_SUCH_OPERATION);
    }

    @Test
    void givingUpGoesBackToWhatTheCloudHoldsAndIsAudited() {
        Entry entry = desk.enter("MH12AB1234");
        answer(desk.take(), TAKEN);
        desk.correct(entry.id(), Field.NOTES, "wrong truck");
        desk.correct(entry.id(), Field.LOCATION, "Row 3");
        EntryRow back = Desk.done(discard(newest(entry)));
        assertThat(back.entry()).isEqualTo(entry);
        assertThat(desk.row(entry.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(desk.take().operations()).isEmpty();
        assertThat(desk.book().rows("SELECT cause, reason FROM audit_log ORDER BY id DESC LIMIT 1"))
                .containsExactly("resolution|a mistake");
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
    }

    @Test
    void givingUpAVoidBringsTheEntryBack() {
        Entry entry = desk.enter("MH12AB1234");
        answer(desk.take(), TAKEN);
        desk.voidEntry(entry.id(), "typed twice");
        assertThat(Desk.done(discard(newest(entry))).isVoided()).isFalse();
    }

    @Test
    void whatTheCloudNeverHeardOfIsVoidedWhenGivenUp() {
        Entry entry = desk.enter("MH12AB1234");
        assertThat(Desk.done(discard(newest(entry))).isVoided()).isTrue();
        assertThat(desk.take().operations()).isEmpty();
    }

    @Test
    void whatWasSentAndNotAnsweredIsNotGivenUp() {
        Entry entry = desk.enter("MH12AB1234");
        desk.take();
        assertThat(refusal(discard(newest(entry)))).isEqualTo(Refusal.NO_SUCH_OPERATION);
        desk.restart();
        assertThat(refusal(discard(newest(entry)))).isEqualTo(Refusal.NO_SUCH_OPERATION);
        assertThat(desk.row(entry.id()).isVoided()).isFalse();
    }

    @Test
    void givingUpNeedsAReason() {
        Entry entry = desk.enter("MH12AB1234");
        Outcome outcome = new DiscardOperation(desk.database(), desk.clock()).discard(newest(entry), " ", "Asha");
        assertThat(refusal(outcome)).isEqualTo(Refusal.REASON_MISSING);
    }

    @Test
    void whoGivesUpOrTriesAgainAndWhyIsReadable() {
        Entry entry = desk.enter("MH12AB1234");
        long operation = newest(entry);
        DiscardOperation discard = new DiscardOperation(desk.database(), desk.clock());
        assertThat(refusal(discard.discard(operation, "a\u0000b", "Asha"))).isEqualTo(Refusal.BAD_VALUE);
        assertThat(refusal(discard.discard(operation, "a mistake", " "))).isEqualTo(Refusal.BAD_VALUE);
        RetryOperation retry = new RetryOperation(desk.database(), desk.clock());
        assertThat(refusal(retry.retry(operation, "x".repeat(201)))).isEqualTo(Refusal.BAD_VALUE);
        assertThat(desk.row(entry.id()).isVoided()).isFalse();
    }

    private long failed(Entry entry) {
        for (Outbox.Batch batch = desk.take(); !batch.operations().isEmpty(); batch = desk.take()) {
            answer(batch, REJECTED);
            desk.clock().advance(Duration.ofHours(2));
        }
        return newest(entry);
    }

    private void answer(Outbox.Batch batch, OpOutcome outcome) {
        List<PushAnswer.Result> results = batch.operations().stream()
                .map(operation -> new PushAnswer.Result(operation.opId(), outcome))
                .toList();
        desk.settle(batch, new PushAnswer(HISTORY, results, null));
    }

    private long newest(Entry entry) {
        return Long.parseLong(desk.book()
                .rows("SELECT max(id) FROM sync_queue WHERE record_uuid = '" + entry.id() + "'")
                .getFirst());
    }

    private Outcome retry(long operation) {
        return new RetryOperation(desk.database(), desk.clock()).retry(operation, "Asha");
    }

    private Outcome discard(long operation) {
        return new DiscardOperation(desk.database(), desk.clock()).discard(operation, "a mistake", "Asha");
    }

    private static Refusal refusal(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? refused.refusal() : Assertions.fail("done: " + outcome);
    }
}
