package gatebook.store.operation;

import gatebook.rules.entry.Authorship;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.IdSource;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.exchange.ConflictTable;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.Origin;
import gatebook.store.record.Recorder;
import gatebook.store.record.SyncState;
import gatebook.store.record.SyncStatus;
import gatebook.store.record.Writing;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all operations at the desk share: load the record, let the operation decide, write once. */
final class LocalWriting {
    private final Database database;
    private final Clock clock;
    private final IdSource ids;

    LocalWriting(Database database, Clock clock, IdSource ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /** Who asks for a change, and why. */
    record Asked(String actor, @Nullable String reason) {}

    /** What an operation makes of a record; it touches nothing. */
    @FunctionalInterface
    interface Decider {
        Decision decide(DeskProfile desk, EntryRow row);
    }

    sealed interface Decision {
        /** The record becomes this, and the cloud is told so. */
        record Write(Entry entry, OperationKind kind) implements Decision {}

        record Refuse(Outcome.Refused refusal) implements Decision {}
    }

    EntryId newEntryId() {
        return new EntryId(ids.next());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Outcome amend(EntryId id, Asked asked, Decider decider) {
        List<FieldError> unfit = WrittenWords.faults(asked);
        if (!unfit.isEmpty()) {
            return badValue(unfit);
        }
        return database.write(Turn.GATE, session -> {
            DeskProfile desk = DeskProfile.read(session);
            Optional<EntryRow> found = EntryTable.find(session, id, desk.currency());
            if (found.isEmpty()) {
                return refused(Refusal.NO_SUCH_ENTRY, "no entry has the id " + id);
            }
            EntryRow row = found.get();
            if (row.isVoided()) {
                return refused(Refusal.ENTRY_VOIDED, row.entry().ticket().number() + " was voided");
            }
            return switch (decider.decide(desk, row)) {
                case Decision.Refuse(Outcome.Refused refusal) -> refusal;
                case Decision.Write(Entry entry, OperationKind kind)
                when kind == OperationKind.UPDATE && entry.equals(row.entry()) -> new Outcome.Done(row, List.of());
                case Decision.Write(Entry entry, OperationKind kind) ->
                    write(session, desk, row, touched(entry), kind, asked);
            };
        });
    }

    private Entry touched(Entry entry) {
        return entry.with(entry.authorship().touched(now()));
    }

    private Outcome write(
            Session session, DeskProfile desk, EntryRow row, Entry entry, OperationKind kind, Asked asked) {
        if (kind != OperationKind.DELETE) {
            List<FieldError> faults = EntryRules.faults(entry);
            if (!faults.isEmpty()) {
                return badValue(faults);
            }
        }
        Optional<EntryId> holder =
                EntryTable.holder(session, entry.plate(), entry.entryTime()).filter(other -> !other.equals(entry.id()));
        if (holder.isPresent()) {
            return sameVisit(holder.get());
        }
        Instant now = now();
        EntryRow changed = row.with(entry).with(waiting(row));
        EntryRow after = kind == OperationKind.DELETE ? changed.voided(now) : changed;
        Origin origin = new Origin(Cause.LOCAL, asked.actor(), desk.deviceId(), null, now, asked.reason());
        new Recorder(session).write(new Writing(origin, row, after, new Writing.Sending(new OpId(ids.next()), kind)));
        if (row.sync().status() == SyncStatus.CONFLICT) {
            ConflictTable.localChanged(session, after);
        }
        return new Outcome.Done(after, List.of());
    }

    /** A record in conflict stays so: what is written meanwhile waits with it for the decision. */
    private static SyncState waiting(EntryRow row) {
        return row.sync().status() == SyncStatus.CONFLICT
                ? row.sync()
                : row.sync().with(SyncStatus.PENDING);
    }

    /** Writes a new record within the caller's transaction. */
    void create(Recorder recorder, DeskProfile desk, EntryRow row, Cause cause) {
        Authorship authorship = row.entry().authorship();
        Origin origin = new Origin(cause, authorship.createdBy(), desk.deviceId(), null, now(), null);
        Writing.Sending sending = new Writing.Sending(new OpId(ids.next()), OperationKind.CREATE);
        recorder.write(new Writing(origin, null, row, sending));
    }

    static Outcome.Refused badValue(List<FieldError> faults) {
        return new Outcome.Refused(Refusal.BAD_VALUE, FieldError.sentence(faults), faults);
    }

    static Outcome.Refused sameVisit(EntryId holder) {
        return refused(Refusal.SAME_VISIT, "entry " + holder + " has this vehicle number at this very entry time");
    }

    static Outcome.Refused refused(Refusal refusal, String detail) {
        return new Outcome.Refused(refusal, detail, List.of());
    }
}
