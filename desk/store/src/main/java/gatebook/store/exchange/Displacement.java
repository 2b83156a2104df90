package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Strategy;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.SyncState;
import gatebook.store.record.SyncStatus;
import gatebook.store.record.Writing;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.StoreFault;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two records want one (vehicle_number, entry_time), which the book gives to one only. The cloud's word stands: the
 * record that it names keeps the place, the other one gives way without losing anything. Of two records that the cloud
 * knows at one place, one has moved on there, and its newer image is on the way: until then it waits aside.
 */
final class Displacement {
    private final Session session;
    private final Context context;
    private final Joining joining;

    Displacement(Context context) {
        this.session = context.session();
        this.context = context;
        this.joining = new Joining(context);
    }

    /** Writes a record of the cloud's that is not here. What was joined into another lives on its own again if it says so. */
    void writeNew(Entry entry, long version, String actor) {
        DisplacedTable.remove(session, entry.id());
        writeComing(null, fromCloud(entry, version), actor);
    }

    /**
     * Writes a row that the cloud sent, after making room for it if another record holds its place.
     *
     * @param actor who changed the record at the other desk
     */
    void writeComing(@Nullable EntryRow before, EntryRow after, String actor) {
        write(new Writing(context.origin(Cause.PULL, actor), before, after, null));
    }

    /** As {@link #writeComing}, for any change that the cloud's image has a part in. */
    void write(Writing writing) {
        try {
            context.recorder().write(writing);
        } catch (StoreFault fault) {
            Optional<EntryRow> holder = holder(writing.after().entry());
            if (fault.kind() != StoreFault.Cause.CONSTRAINT || holder.isEmpty()) {
                throw fault;
            }
            arrange(writing, holder.get());
        }
    }

    /** A row as the cloud has it. */
    EntryRow fromCloud(Entry entry, long version) {
        return new EntryRow(
                entry, new SyncState(SyncStatus.SYNCED, null, version, context.now()), null, EntryJson.encode(entry));
    }

    /** Brings back the records whose place has become free. */
    void returnWaiting() {
        for (EntryRow row : DisplacedTable.waiting(session, context)) {
            if (EntryTable.holder(session, row.entry().plate(), row.entry().entryTime())
                    .isEmpty()) {
                bringBack(row);
            }
        }
    }

    /**
     * Once the desk has all of the cloud's news, no newer image is on its way to a record that waits: the place that the
     * cloud gives it is its own, and who holds that here gives way.
     */
    void returnAll() {
        for (EntryRow row : DisplacedTable.waiting(session, context)) {
            String known = row.baseData();
            if (known != null && samePlace(context.entry(known), row.entry())) {
                bringBack(row);
            }
        }
    }

    /** What was open of it may have ended meanwhile. */
    private void bringBack(EntryRow row) {
        EntryId id = row.entry().id();
        DisplacedTable.remove(session, id);
        write(unchanged(row));
        RecordMarks.refresh(session, id, context.now());
    }

    private Optional<EntryRow> holder(Entry coming) {
        return EntryTable.holder(session, coming.plate(), coming.entryTime())
                .filter(id -> !id.equals(coming.id()))
                .flatMap(id -> EntryTable.find(session, id, context.desk().currency()));
    }

    private void arrange(Writing writing, EntryRow holder) {
        EntryRow after = writing.after();
        String known = after.baseData();
        if (known == null) {
            if (after.isVoided()) {
                setAside(writing, holder.entry().id());
            } else {
                joining.into(after, holder.entry());
            }
            return;
        }
        Entry base = context.entry(known);
        if (samePlace(base, after.entry())) {
            giveWay(holder, after.entry());
            context.recorder().write(writing);
        } else {
            recordYielded(after, holder.entry());
            EntryRow yielded = after.with(placedAs(base, after.entry()));
            write(new Writing(writing.origin(), writing.before(), yielded, writing.sending()));
        }
    }

    private void giveWay(EntryRow holder, Entry coming) {
        String known = holder.baseData();
        if (holder.sync().status() == SyncStatus.SYNCED || known == null && holder.isVoided()) {
            setAside(unchanged(holder), coming.id());
        } else if (known == null) {
            joining.into(holder, coming);
        } else if (samePlace(context.entry(known), holder.entry())) {
            setAside(unchanged(holder), coming.id());
        } else {
            takeBack(holder, context.entry(known), coming);
        }
    }

    /** A correction made here took the place of a record that the cloud knows there: the correction is taken back. */
    private void takeBack(EntryRow row, Entry base, Entry coming) {
        recordYielded(row, coming);
        EntryId id = row.entry().id();
        OpId opId = new OpId(context.ids().next());
        QueueRows.cancelUnsent(
                session, id, opId, "its place is held by " + coming.ticket().number(), context.now());
        OperationKind kind = row.isVoided() ? OperationKind.DELETE : OperationKind.UPDATE;
        Writing writing = new Writing(
                context.origin(Cause.MERGE),
                row,
                refusedNoMore(row).with(placedAs(base, row.entry())),
                new Writing.Sending(opId, kind));
        if (EntryTable.holder(session, base.plate(), base.entryTime()).isEmpty()) {
            context.recorder().write(writing);
        } else {
            setAside(writing, coming.id());
        }
    }

    /** The cloud may have refused the place for good before this desk heard why; that is settled now. */
    private EntryRow refusedNoMore(EntryRow row) {
        if (row.sync().status() != SyncStatus.FAILED) {
            return row;
        }
        ConflictTable.end(session, row.entry().id(), Strategy.REMOTE_WINS, context.now());
        return row.with(row.sync().with(SyncStatus.PENDING));
    }

    private void setAside(Writing writing, EntryId holder) {
        DisplacedTable.add(session, writing.after(), holder, DisplacedTable.Reason.WAITING, context.now());
        context.recorder().setAside(writing);
    }

    private Writing unchanged(EntryRow row) {
        return new Writing(context.origin(Cause.PULL), row, row, null);
    }

    /** Keeps the place that a record wanted here and does not get. */
    private void recordYielded(EntryRow row, Entry other) {
        ConflictTable.Sides sides = new ConflictTable.Sides(
                row.entry().id(),
                row.baseData(),
                EntryJson.encode(row.entry()),
                EntryJson.encode(other),
                row.sync().remoteVersion(),
                other.id());
        ConflictTable.settled(
                session,
                sides,
                ConflictType.BUSINESS_RULE_VIOLATION,
                Strategy.REMOTE_WINS,
                new ConflictTable.Mark(
                        context.now(), context.runId(), List.of(Field.VEHICLE_NUMBER, Field.ENTRY_TIME)));
    }

    private static Entry placedAs(Entry place, Entry entry) {
        return entry.withPlate(place.plate()).withEntryTime(place.entryTime());
    }

    private static boolean samePlace(Entry one, Entry other) {
        return one.plate().equals(other.plate()) && one.entryTime().equals(other.entryTime());
    }
}
