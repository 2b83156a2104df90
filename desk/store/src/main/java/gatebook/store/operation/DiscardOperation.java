package gatebook.store.operation;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.exchange.ConflictTable;
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
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryJson;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives an operation up: the record goes back to what the cloud is known to hold, or is voided where it holds none, and
 * whatever else of that record waits is given up with it, since it was built on top. Audited with the reason. One durable
 * transaction; thread-safe.
 */
public final class DiscardOperation {
    private final Database database;
    private final Clock clock;

    public DiscardOperation(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The record as it stands then, or why nothing was changed. What was sent and not answered is never given up. */
    public Outcome discard(long operation, String reason, String actor) {
        if (EntryRules.saysNothing(reason)) {
            return LocalWriting.refused(Refusal.REASON_MISSING, "giving an operation up needs a reason");
        }
        List<FieldError> unfit = WrittenWords.faults(new LocalWriting.Asked(actor, reason.strip()));
        if (!unfit.isEmpty()) {
            return LocalWriting.badValue(unfit);
        }
        return database.write(Turn.GATE, session -> {
            Optional<OpenOperations.Operation> found = OpenOperations.find(session, operation);
            if (found.isEmpty() || found.get().state() == OpenOperations.State.ENDED) {
                return LocalWriting.refused(Refusal.NO_SUCH_OPERATION, "there is no open operation " + operation);
            }
            return discard(session, found.get().record(), reason.strip(), actor);
        });
    }

    private Outcome discard(Session session, EntryId record, String reason, String actor) {
        DeskProfile desk = DeskProfile.read(session);
        List<OpenOperations.Operation> open = OpenOperations.ofRecord(session, record);
        if (open.stream().anyMatch(other -> other.state() == OpenOperations.State.UNDER_WAY)) {
            return LocalWriting.refused(
                    Refusal.NO_SUCH_OPERATION,
                    "an operation of this record was sent and its answer is not here yet; sync first");
        }
        Optional<EntryRow> found = EntryTable.find(session, record, desk.currency());
        if (found.isEmpty() || found.get().sync().status() == SyncStatus.CONFLICT) {
            return LocalWriting.refused(
                    Refusal.NO_SUCH_OPERATION, "the record waits for a decision of its conflict; decide that first");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        EntryRow row = found.get();
        EntryRow back = atCloud(row, desk, now);
        Optional<EntryId> holder = EntryTable.holder(
                        session, back.entry().plate(), back.entry().entryTime())
                .filter(other -> !other.equals(record));
        if (holder.isPresent()) {
            return LocalWriting.sameVisit(holder.get());
        }
        open.forEach(operation -> OpenOperations.cancel(session, operation, "given up: " + reason, now));
        ConflictTable.givenUp(session, record, actor, now);
        Origin origin = new Origin(Cause.RESOLUTION, actor, desk.deviceId(), null, now, reason);
        new Recorder(session).write(new Writing(origin, row, back, null));
        return new Outcome.Done(back, List.of());
    }

    private static EntryRow atCloud(EntryRow row, DeskProfile desk, Instant now) {
        EntryRow synced = row.with(row.sync().with(SyncStatus.SYNCED));
        @Nullable String base = row.baseData();
        if (base == null) {
            return row.isVoided() ? synced : synced.voided(now);
        }
        EntryDefaults reading = new EntryDefaults(
                row.entry().id(), EntryDefaults.IdRule.ADDRESSED, now, "System", desk.zone(), desk.currency());
        Entry entry = EntryJson.decode(base, reading).orDamaged("the image that the cloud holds");
        return synced.revived().with(entry);
    }
}
