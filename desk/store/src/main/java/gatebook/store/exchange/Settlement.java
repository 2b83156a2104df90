package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Image;
import gatebook.rules.refusal.FieldError;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.OutgoingOperation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one outcome of the cloud means for the queue and the record. */
final class Settlement {
    private final Session session;
    private final Context context;
    private final RetryDelays delays;

    Settlement(Context context, RetryDelays delays) {
        this.session = context.session();
        this.context = context;
        this.delays = delays;
    }

    Tally settle(OutgoingOperation asked, OpOutcome outcome) {
        return switch (outcome) {
            case OpOutcome.Applied(long version, long remoteId, long seq, var warning)
            when warning.isEmpty() -> takenIn(asked, version, remoteId);
            case OpOutcome.Duplicate(long version, long remoteId) -> takenIn(asked, version, remoteId);
            case OpOutcome.Applied _, OpOutcome.Conflict _, OpOutcome.Rejected _, OpOutcome.RetryLater _ ->
                settleWithCare(asked, outcome);
        };
    }

    private Tally settleWithCare(OutgoingOperation asked, OpOutcome outcome) {
        Optional<QueueRow> underWay = QueueRows.underWay(session, asked.opId());
        if (underWay.isEmpty()) {
            return Tally.NONE;
        }
        QueueRow row = underWay.get();
        return switch (outcome) {
            case OpOutcome.Applied applied -> applied(row, asked, applied);
            case OpOutcome.Duplicate(long version, long remoteId) -> takenIn(asked, version, remoteId);
            case OpOutcome.Conflict conflict -> conflict(row, conflict);
            case OpOutcome.Rejected(List<FieldError> errors) -> rejected(row, errors);
            case OpOutcome.RetryLater() -> {
                QueueRows.postpone(session, row, context.now().plus(delays.first()));
                yield Tally.NONE;
            }
        };
    }

    private Tally applied(QueueRow row, OutgoingOperation asked, OpOutcome.Applied applied) {
        Optional<OpOutcome.Warning> warning = applied.warning().filter(told -> !isVoidedHere(row.record()));
        warning.ifPresent(told -> insideTwice(row, told));
        Tally taken = takenIn(asked, applied.version(), applied.remoteId());
        return warning.isPresent() ? taken.plus(Tally.CONFLICT) : taken;
    }

    private Tally takenIn(OutgoingOperation asked, long version, long remoteId) {
        if (!QueueRows.completeUnderWay(session, asked.opId(), context.now())) {
            return Tally.NONE;
        }
        if (!RecordMarks.takenIn(session, asked, version, remoteId, context.now())) {
            standsAgain(asked, version);
        }
        return Tally.PUSHED;
    }

    /** What was joined into another while it was under way stands on its own, since the cloud took it in as such. */
    private void standsAgain(OutgoingOperation asked, long version) {
        String data = asked.data();
        if (data != null
                && DisplacedTable.joined(session, asked.record(), context).isPresent()) {
            new Displacement(context).writeNew(context.entry(data), version, Context.ENGINE);
        }
    }

    /** Both records exist everywhere; a person is asked, and nothing waits for the answer. */
    private void insideTwice(QueueRow row, OpOutcome.Warning warning) {
        Entry other = context.entry(warning.data());
        ConflictTable.Sides sides =
                new ConflictTable.Sides(row.record(), null, row.data(), warning.data(), 0, other.id());
        ConflictTable.ask(
                session, sides, warning.type(), new ConflictTable.Mark(context.now(), context.runId(), List.of()));
    }

    /** Of what was voided here meanwhile nobody is asked whether it is inside. */
    private boolean isVoidedHere(EntryId record) {
        return EntryTable.find(session, record, context.desk().currency())
                .or(() -> DisplacedTable.find(session, record, context))
                .filter(EntryRow::isVoided)
                .isPresent();
    }

    private Tally conflict(QueueRow row, OpOutcome.Conflict conflict) {
        Optional<EntryRow> local =
                EntryTable.find(session, row.record(), context.desk().currency());
        if (local.isEmpty() && waitsForItsNewerImage(row.record())) {
            QueueRows.release(session, row.opId());
            return Tally.NONE;
        }
        QueueRows.noteNoEffect(session, row, "conflict: " + conflict.type());
        if (local.isEmpty()) {
            QueueRows.cancelUnsent(session, row.record(), null, "the record lives on in another", context.now());
            return Tally.NONE;
        }
        Reconciliation reconciliation = new Reconciliation(context);
        String data = conflict.data();
        if (data == null && conflict.standing() == OpOutcome.Standing.LIVE) {
            return reconciliation.sendAnew(local.get());
        }
        if (data != null && conflict.type() == ConflictType.BUSINESS_RULE_VIOLATION) {
            Entry other = context.entry(data);
            if (!other.id().equals(row.record())) {
                return sameVisit(local.get(), other, conflict.version());
            }
        }
        Image image = conflict.standing() == OpOutcome.Standing.VOIDED || data == null
                ? new Image.Voided()
                : new Image.Present(context.entry(data));
        return reconciliation.reconcile(local.get(), new Reconciliation.Remote(conflict.version(), image));
    }

    private boolean waitsForItsNewerImage(EntryId record) {
        return DisplacedTable.find(session, record, context)
                .filter(row -> row.baseData() != null)
                .isPresent();
    }

    /** The cloud holds this visit already, as another record. */
    private Tally sameVisit(EntryRow mine, Entry other, long version) {
        Joining joining = new Joining(context);
        if (mine.isVoided()) {
            joining.forget(mine);
            return Tally.NONE;
        }
        if (!Joining.isPlainArrival(mine)) {
            joining.ask(mine, other, version);
            return Tally.CONFLICT;
        }
        joining.into(mine, other);
        if (EntryTable.find(session, other.id(), context.desk().currency()).isEmpty()
                && DisplacedTable.find(session, other.id(), context).isEmpty()) {
            new Displacement(context).writeNew(other, version, Context.ENGINE);
        }
        return Tally.MERGED;
    }

    /** A person is asked: to correct what the cloud does not take, to send it once more, or to give it up. */
    private void refusedForGood(QueueRow row, List<FieldError> errors) {
        Optional<EntryRow> here =
                EntryTable.find(session, row.record(), context.desk().currency());
        here.ifPresent(mine -> ConflictTable.ask(
                session,
                new ConflictTable.Sides(
                        row.record(),
                        mine.baseData(),
                        mine.isVoided() ? null : EntryJson.encode(mine.entry()),
                        mine.baseData(),
                        mine.sync().remoteVersion(),
                        null),
                ConflictType.BUSINESS_RULE_VIOLATION,
                new ConflictTable.Mark(context.now(), context.runId(), atFault(errors))));
    }

    private static List<Field> atFault(List<FieldError> errors) {
        return Arrays.stream(Field.values())
                .filter(field -> errors.stream().anyMatch(error -> error.field().equals(field.text())))
                .toList();
    }

    private Tally rejected(QueueRow row, List<FieldError> errors) {
        String why = errors.stream()
                .map(error -> error.field() + " (" + error.code() + "): " + error.detail())
                .collect(Collectors.joining("; "));
        String words = why.isEmpty() ? "the cloud gave no reason" : why;
        if (row.retryCount() >= row.maxRetries()) {
            QueueRows.fail(session, row, words, context.now());
            RecordMarks.refresh(session, row.record(), context.now());
            refusedForGood(row, errors);
            return Tally.FAILED;
        }
        Instant next = context.now().plus(delays.after(row.retryCount()));
        QueueRows.retryAt(session, row, words, next);
        return Tally.REJECTED;
    }
}
