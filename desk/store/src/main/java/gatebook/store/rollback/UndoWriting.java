package gatebook.store.rollback;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.IdSource;
import gatebook.rules.undo.RunId;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.Origin;
import gatebook.store.record.Recorder;
import gatebook.store.record.SyncStatus;
import gatebook.store.record.Writing;
import gatebook.store.sqlite.Session;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes what was planned, each record with its queue row and its audit row. What is open of the record goes first: an
 * operation without an answer is waited for, one that the cloud had refused is carried along.
 */
final class UndoWriting {
    private final Session session;
    private final Recorder recorder;
    private final DeskProfile desk;
    private final Origin origin;
    private final IdSource ids;

    UndoWriting(Session session, Origin origin, IdSource ids) {
        this.session = session;
        this.recorder = new Recorder(session);
        this.desk = DeskProfile.read(session);
        this.origin = origin;
        this.ids = ids;
    }

    /** As whose doing an undo is written. */
    static Origin origin(Session session, RunId undone, RunId undo, UndoneBy by, Instant now) {
        return new Origin(
                Cause.ROLLBACK,
                by.actor(),
                DeskProfile.read(session).deviceId(),
                undo.number(),
                now,
                by.reason("undo of run " + undone));
    }

    void write(UndoItem item) {
        switch (item.step()) {
            case UndoStep.Restore(var _, Entry after, var _) -> {
                EntryRow row = row(item.record()).orElseThrow();
                send(row, row.with(touched(after)), OperationKind.UPDATE);
            }
            case UndoStep.Revive(Entry after, var _) -> revive(item.record(), touched(after));
            case UndoStep.Void(var _, Entry after) -> {
                EntryRow row = row(item.record()).orElseThrow();
                send(row, row.with(touched(after)).voided(origin.at()), OperationKind.DELETE);
            }
            case UndoStep.Leave _ -> {
                // as the plan says
            }
        }
    }

    private void revive(EntryId record, Entry after) {
        Optional<EntryRow> voided = row(record);
        if (voided.isEmpty()) {
            JoinedRecords.remove(session, record);
            recorder.write(new Writing(origin, null, EntryRow.fresh(after), sending(OperationKind.CREATE)));
            return;
        }
        EntryRow row = voided.get();
        boolean known = row.sync().remoteVersion() > 0;
        send(row, row.revived().with(after), known ? OperationKind.UPDATE : OperationKind.CREATE);
    }

    private void send(EntryRow before, EntryRow after, OperationKind kind) {
        EntryRow waiting = after.with(after.sync().with(SyncStatus.PENDING));
        recorder.write(new Writing(origin, before, waiting, sending(kind)));
    }

    private Writing.Sending sending(OperationKind kind) {
        return new Writing.Sending(new OpId(ids.next()), kind);
    }

    private Entry touched(Entry entry) {
        return entry.with(entry.authorship().touched(origin.at()));
    }

    private Optional<EntryRow> row(EntryId record) {
        return EntryTable.find(session, record, desk.currency());
    }
}
