package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.merge.Image;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.SyncState;
import gatebook.store.record.SyncStatus;
import gatebook.store.record.Writing;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings single records into line with the cloud where a comparison found them apart, within one transaction. The invariant
 * it keeps after a loss: no operation of such a record stays open that stands on a version of the lost history. The numbers
 * of versions come again, and the operation would take effect on a state that it knows nothing of. What it carried stands in
 * the record, and goes under a new id on top of what the cloud has; if the cloud kept its effect, that changes nothing.
 */
final class Repair {
    private static final String SENT_AGAIN = "sent again, since the cloud had lost it";
    private static final String CARRIED_ON = "sent to a history that the cloud lost";

    private final Context context;
    private final Doubt doubt;
    private final Displacement displacement;
    private final Applying applying;
    private Tally tally = Tally.NONE;
    private long repaired;

    Repair(Context context, Doubt doubt) {
        this.context = context;
        this.doubt = doubt;
        this.displacement = new Displacement(context);
        this.applying = new Applying(context, doubt);
    }

    /** What was done, to be asked once after the last record. */
    Healing.Repaired end() {
        applying.end();
        return new Healing.Repaired(tally.plus(applying.tally()), repaired);
    }

    /** A record that the site does not hold: if it ever did, it is sent again. */
    void absent(EntryId id) {
        find(id).filter(row -> row.sync().remoteVersion() > 0).ifPresent(row -> sendAgain(row, 0, null));
    }

    /** A record that the site holds. */
    void held(RecordsAnswer.Held held) {
        Change change = held.change();
        JoinedTickets.note(context.session(), change);
        Optional<EntryRow> found = find(change.record());
        if (found.isEmpty() || found.get().sync().remoteVersion() == 0) {
            // Nothing of the cloud's was known here, or it lies among the displaced: as if it came with the changes.
            applying.applyAnyhow(change);
            return;
        }
        EntryRow row = found.get();
        Trail trail = Trail.of(context.session(), change.record());
        switch (Standing.of(doubt, Standing.Believed.of(row.sync().remoteVersion(), row.baseData()), held, trail)) {
            case Standing.Agreed() -> {
                if (row.sync().remoteVersion() != change.version()) {
                    agreed(row, change.version());
                }
            }
            case Standing.CloudNewer() -> {
                repaired++;
                applying.applyAnyhow(change);
            }
            case Standing.DeskNewer() -> sendAgain(row, change.version(), image(change));
            case Standing.Damaged() -> mend(row, change);
            case Standing.Parted(Trail.State common) -> {
                repaired++;
                noteLost(row);
                Image base = common == null ? null : image(common.image());
                tally = tally.plus(new Reconciliation(context, doubt)
                        .reconcile(row, new Reconciliation.Remote(change.version(), change.image()), base));
            }
        }
    }

    /** The cloud has what this desk believed, under another number, on which what waits here has to stand from now on. */
    private void agreed(EntryRow row, long version) {
        EntryRow based = at(row, row.sync().status(), version, row.baseData());
        EntryId id = row.entry().id();
        List<QueueRow> open = QueueRows.openInLane(context.session(), id);
        if (open.stream().noneMatch(one -> one.attempt() == QueueRow.Attempt.UNKNOWN)) {
            open.stream()
                    .filter(one -> one.attempt() == QueueRow.Attempt.REJECTED)
                    .forEach(one -> QueueRows.fixBase(context.session(), one.opId(), version));
            write(row, based, Cause.REPAIR);
        } else if (row.sync().status() == SyncStatus.CONFLICT || Objects.equals(image(row), row.baseData())) {
            QueueRows.cancelOpen(context.session(), id, null, CARRIED_ON, context.now());
            SyncStatus status = row.sync().status() == SyncStatus.CONFLICT ? SyncStatus.CONFLICT : SyncStatus.SYNCED;
            write(row, at(row, status, version, row.baseData()), Cause.REPAIR);
        } else {
            OpId opId = new OpId(context.ids().next());
            QueueRows.cancelOpen(context.session(), id, opId, CARRIED_ON, context.now());
            OperationKind kind = row.isVoided() ? OperationKind.DELETE : OperationKind.UPDATE;
            displacement.write(writing(row, based, new Writing.Sending(opId, kind)));
        }
    }

    private static @Nullable String image(EntryRow row) {
        return row.isVoided() ? null : EntryJson.encode(row.entry());
    }

    /** What the row says goes on top of what the cloud still holds; {@code image} is that, null for nothing. */
    private void sendAgain(EntryRow row, long version, @Nullable String image) {
        repaired++;
        EntryId id = row.entry().id();
        OpId opId = new OpId(context.ids().next());
        QueueRows.cancelOpen(context.session(), id, opId, SENT_AGAIN, context.now());
        noteLost(row);
        SyncStatus status = row.sync().status() == SyncStatus.CONFLICT ? SyncStatus.CONFLICT : SyncStatus.PENDING;
        EntryRow based = at(row, status, version, image);
        if (version > 0) {
            OperationKind kind = row.isVoided() ? OperationKind.DELETE : OperationKind.UPDATE;
            displacement.write(writing(row, based, new Writing.Sending(opId, kind)));
        } else if (row.isVoided()) {
            voidAgain(row, based, opId);
        } else {
            displacement.write(writing(row, based, new Writing.Sending(opId, OperationKind.CREATE)));
        }
    }

    /** With the operation goes what the record went through, so that another desk can tell that it has moved on. */
    private void noteLost(EntryRow row) {
        Trail trail = Trail.of(context.session(), row.entry().id());
        long version = row.sync().remoteVersion();
        LostStates.put(
                context.session(),
                row.entry().id(),
                trail.upTo(Standing.Believed.of(version, row.baseData()).hash(), version));
    }

    /** The cloud has to hear of the record before it can hear of its end, or another desk would bring it back to life. */
    private void voidAgain(EntryRow row, EntryRow based, OpId opId) {
        OpId first = new OpId(context.ids().next());
        displacement.write(writing(row, based.revived(), new Writing.Sending(first, OperationKind.CREATE)));
        QueueRows.fixBase(context.session(), first, 0);
        displacement.write(writing(based.revived(), based, new Writing.Sending(opId, OperationKind.DELETE)));
    }

    /** The cloud's word stands; what is unsent of the record stays on top of it. */
    private void mend(EntryRow row, Change change) {
        repaired++;
        tally = tally.plus(Tally.PULLED);
        Entry entry = change.entry();
        if (row.sync().status() != SyncStatus.SYNCED) {
            write(row, at(row, row.sync().status(), change.version(), image(change)), Cause.REPAIR);
        } else if (change.life() == Change.Life.VOIDED || entry == null) {
            write(row, at(row.voided(context.now()), SyncStatus.SYNCED, change.version(), null), Cause.REPAIR);
        } else {
            EntryRow mended = row.revived().with(entry);
            write(row, at(mended, SyncStatus.SYNCED, change.version(), image(change)), Cause.REPAIR);
        }
    }

    private Optional<EntryRow> find(EntryId id) {
        return EntryTable.find(context.session(), id, context.desk().currency());
    }

    private EntryRow at(EntryRow row, SyncStatus status, long version, @Nullable String image) {
        Long remoteId = version == 0 ? null : row.sync().remoteId();
        SyncState sync = new SyncState(status, remoteId, version, context.now());
        return new EntryRow(row.entry(), sync, row.deletedAt(), image);
    }

    private void write(EntryRow before, EntryRow after, Cause cause) {
        displacement.write(new Writing(context.origin(cause), before, after, null));
    }

    private Writing writing(EntryRow before, EntryRow after, Writing.Sending sending) {
        return new Writing(context.origin(Cause.REPAIR), before, after, sending);
    }

    private static @Nullable String image(Change change) {
        Entry entry = change.entry();
        return change.life() == Change.Life.VOIDED || entry == null ? null : EntryJson.encode(entry);
    }

    private Image image(@Nullable String state) {
        return state == null ? new Image.Voided() : new Image.Present(context.entry(state));
    }
}
