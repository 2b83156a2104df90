package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.merge.Image;
import gatebook.rules.merge.Strategy;
import gatebook.rules.refusal.Refusal;
import gatebook.store.exchange.Resolution.Result;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.Origin;
import gatebook.store.record.SyncStatus;
import gatebook.store.record.Writing;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a decision is written, whatever it is about: as an operation like any other, by the person who decided. */
final class DecisionWriting {
    private final Context context;
    private final Resolution.Order order;

    DecisionWriting(Context context, Resolution.Order order) {
        this.context = context;
        this.order = order;
    }

    Origin origin() {
        String reason = order.reason();
        String what = "conflict " + order.item() + ": " + order.decision().strategy();
        return new Origin(
                Cause.RESOLUTION,
                order.actor(),
                context.desk().deviceId(),
                null,
                context.now(),
                reason == null ? what : what + ", " + reason);
    }

    /** The record becomes this, as an edit of the person's does. */
    EntryRow amend(EntryRow row, Entry entry) {
        Entry touched = entry.with(entry.authorship().touched(context.now()));
        return send(row, row.revived().with(touched), isNew(row) ? OperationKind.CREATE : OperationKind.UPDATE);
    }

    /** The cloud does not hold the record, and nothing that waits tells it. */
    private boolean isNew(EntryRow row) {
        return row.sync().remoteVersion() == 0
                && QueueRows.openInLane(context.session(), row.entry().id()).isEmpty();
    }

    /** The record is voided by the person. */
    EntryRow voidIt(EntryRow row) {
        return send(row, row.voided(context.now()), OperationKind.DELETE);
    }

    /** Nothing changes but that a person looked; the trail says so. */
    void confirm(EntryRow row) {
        context.recorder().write(new Writing(origin(), row, row, null));
    }

    private EntryRow send(EntryRow row, EntryRow changed, OperationKind kind) {
        EntryRow after = row.sync().status() == SyncStatus.CONFLICT
                ? changed
                : changed.with(row.sync().with(SyncStatus.PENDING));
        OpId opId = new OpId(context.ids().next());
        context.recorder().write(new Writing(origin(), row, after, new Writing.Sending(opId, kind)));
        if (row.sync().status() == SyncStatus.CONFLICT) {
            ConflictTable.localChanged(context.session(), after);
        }
        return after;
    }

    /** Why the entry cannot stand where it would, if another one stands there. */
    Optional<Result> placeTaken(Entry entry) {
        Optional<EntryId> holder = EntryTable.holder(context.session(), entry.plate(), entry.entryTime())
                .filter(id -> !id.equals(entry.id()));
        return holder.map(id -> Result.Refused.because(
                Refusal.SAME_VISIT, "entry " + id + " has this vehicle number at this very entry time"));
    }

    /** Closes the item without an operation of its own to carry it. */
    void close(ConflictRow item, Strategy how) {
        item.close(context.session(), how, closing(), null, null);
    }

    ConflictRow.Closing closing() {
        return new ConflictRow.Closing(order.actor(), context.now());
    }

    Image image(@Nullable String json) {
        return json == null ? new Image.Voided() : new Image.Present(context.entry(json));
    }

    static @Nullable String json(EntryRow row) {
        return row.isVoided() ? null : EntryJson.encode(row.entry());
    }
}
