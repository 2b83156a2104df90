package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.SyncStatus;
import gatebook.store.sqlite.StoreFault;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import java.util.Optional;

/** Changes of the cloud's on their way into the book, one after the other, within one transaction. */
final class Applying {
    private final Context context;
    private final Doubt doubt;
    private final Displacement displacement;
    private Tally tally = Tally.NONE;
    private boolean noneDisplaced;
    private boolean lastWasNew = true;
    private boolean any;

    Applying(Context context) {
        this(context, Doubt.NONE);
    }

    Applying(Context context, Doubt doubt) {
        this.context = context;
        this.doubt = doubt;
        this.displacement = new Displacement(context);
        this.noneDisplaced = DisplacedTable.isEmpty(context.session());
    }

    Tally tally() {
        return tally;
    }

    void apply(Change change) {
        any = true;
        JoinedTickets.note(context.session(), change);
        // After a new record comes another one, mostly: writing it without asking spares the question.
        if (lastWasNew && noneDisplaced && wasNew(change)) {
            tally = tally.plus(Tally.PULLED);
            return;
        }
        Optional<EntryRow> found = EntryTable.find(
                context.session(), change.record(), context.desk().currency());
        lastWasNew = found.isEmpty();
        tally = tally.plus(found.isEmpty() ? applyToAbsent(change) : applyTo(found.get(), change));
        noneDisplaced = noneDisplaced && DisplacedTable.isEmpty(context.session());
    }

    /** As {@link #apply}, whatever the versions say: where histories differ they tell nothing. */
    void applyAnyhow(Change change) {
        any = true;
        JoinedTickets.note(context.session(), change);
        Optional<EntryRow> found = EntryTable.find(
                context.session(), change.record(), context.desk().currency());
        tally = tally.plus(found.isEmpty() ? applyToAbsent(change) : takeIn(found.get(), change));
    }

    /** To be called once after the last change. */
    void end() {
        if (any) {
            displacement.returnWaiting();
        }
    }

    private boolean wasNew(Change change) {
        Entry entry = change.entry();
        if (change.life() == Change.Life.VOIDED || entry == null) {
            return false;
        }
        try {
            return context.recorder()
                    .writeNew(
                            displacement.fromCloud(entry, change.version()), context.origin(Cause.PULL, actor(change)));
        } catch (StoreFault fault) {
            if (fault.kind() == StoreFault.Cause.CONSTRAINT) {
                // Its place is taken; nothing was written, and the usual way makes room.
                return false;
            }
            throw fault;
        }
    }

    private Tally applyTo(EntryRow row, Change change) {
        return change.version() <= row.sync().remoteVersion() ? Tally.NONE : takeIn(row, change);
    }

    private Tally takeIn(EntryRow row, Change change) {
        if (row.sync().status() == SyncStatus.SYNCED) {
            displacement.writeComing(row, taken(row, change), actor(change));
            return Tally.PULLED;
        }
        return new Reconciliation(context, doubt)
                .reconcile(row, new Reconciliation.Remote(change.version(), change.image()));
    }

    private Tally applyToAbsent(Change change) {
        Optional<EntryRow> displaced = DisplacedTable.find(context.session(), change.record(), context);
        if (displaced.isPresent()) {
            EntryRow row = displaced.get();
            if (doubt == Doubt.NONE && change.version() <= row.sync().remoteVersion()) {
                return Tally.NONE;
            }
            DisplacedTable.remove(context.session(), change.record());
            return takeIn(row, change);
        }
        Entry entry = change.entry();
        if (change.life() == Change.Life.VOIDED || entry == null) {
            // A record that came and went while this desk was away was never in its book, and need not be.
            return Tally.NONE;
        }
        displacement.writeNew(entry, change.version(), actor(change));
        return Tally.PULLED;
    }

    /** Who changed it, as the trail is to say; an older cloud does not tell. */
    private static String actor(Change change) {
        String person = change.changedBy();
        return person == null ? Context.ENGINE : person;
    }

    private EntryRow taken(EntryRow row, Change change) {
        Entry entry = change.entry();
        var sync = row.sync().with(SyncStatus.SYNCED).seen(change.version(), context.now());
        if (change.life() == Change.Life.VOIDED || entry == null) {
            return new EntryRow(row.entry(), sync, context.now(), null);
        }
        return new EntryRow(entry, sync, null, EntryJson.encode(entry));
    }
}
