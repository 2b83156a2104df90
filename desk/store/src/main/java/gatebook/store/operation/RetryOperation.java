package gatebook.store.operation;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.Origin;
import gatebook.store.record.Recorder;
import gatebook.store.record.SyncStatus;
import gatebook.store.record.Writing;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Sends an operation once more: one that the cloud refused for good, or that waits for its next try, is due at once. Asking
 * twice is the same as asking once. One durable transaction; thread-safe.
 */
public final class RetryOperation {
    private final Database database;
    private final Clock clock;

    public RetryOperation(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The record that the operation is of, or why it cannot be tried again. */
    public Outcome retry(long operation, String actor) {
        List<FieldError> unfit = WrittenWords.faults(new LocalWriting.Asked(actor, null));
        if (!unfit.isEmpty()) {
            return LocalWriting.badValue(unfit);
        }
        return database.write(Turn.GATE, session -> {
            Optional<OpenOperations.Operation> found = OpenOperations.find(session, operation);
            if (found.isEmpty()) {
                return LocalWriting.refused(Refusal.NO_SUCH_OPERATION, "there is no operation " + operation);
            }
            return switch (found.get().state()) {
                case WAITING, FAILED, UNDER_WAY -> again(session, found.get(), actor);
                case ENDED ->
                    LocalWriting.refused(Refusal.NO_SUCH_OPERATION, "operation " + operation + " has ended already");
            };
        });
    }

    private Outcome again(Session session, OpenOperations.Operation operation, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DeskProfile desk = DeskProfile.read(session);
        if (operation.state() != OpenOperations.State.UNDER_WAY) {
            OpenOperations.dueNow(session, operation, now);
        }
        Optional<EntryRow> record = EntryTable.find(session, operation.record(), desk.currency());
        if (record.isEmpty()) {
            return LocalWriting.refused(
                    Refusal.NO_SUCH_OPERATION,
                    "the record of operation " + operation.id() + " was joined into another");
        }
        EntryRow row = record.get();
        boolean othersFailed = OpenOperations.ofRecord(session, operation.record()).stream()
                .anyMatch(other -> other.state() == OpenOperations.State.FAILED);
        if (row.sync().status() != SyncStatus.FAILED || othersFailed) {
            return new Outcome.Done(row, List.of());
        }
        EntryRow waiting = row.with(row.sync().with(SyncStatus.PENDING));
        Origin origin = new Origin(Cause.LOCAL, actor, desk.deviceId(), null, now, null);
        new Recorder(session).write(new Writing(origin, row, waiting, null));
        return new Outcome.Done(waiting, List.of());
    }
}
