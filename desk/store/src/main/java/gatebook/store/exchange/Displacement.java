package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
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
 * record that it names keeps the place, the other one gives way without losing anything.
 */
final class Displacement {
    private final Session session;
    private final Context context;

    Displacement(Context context) {
        this.session = context.session();
        this.context = context;
    }

    /**
     * The cloud holds this visit already, as another record. A plain arrival is joined into it: its ticket number leads
     * there from now on. Where more was recorded here, an exit or money, a person decides.
     */
    Tally join(EntryRow mine, Entry other, long version) {
        String local = EntryJson.encode(mine.entry());
        String remote = EntryJson.encode(other);
        ConflictTable.Sides sides =
                new ConflictTable.Sides(mine.entry().id(), null, local, remote, version, other.id());
        ConflictTable.Mark mark = new ConflictTable.Mark(context.now(), context.runId(), List.of());
        if (!isPlainArrival(mine)) {
            ConflictTable.ask(session, sides, ConflictType.BUSINESS_RULE_VIOLATION, mark);
            context.recorder()
                    .write(new Writing(
                            context.origin(Cause.MERGE),
                            mine,
                            mine.with(mine.sync().with(SyncStatus.CONFLICT)),
                            null));
            return Tally.CONFLICT;
        }
        ConflictTable.settled(session, sides, ConflictType.BUSINESS_RULE_VIOLATION, Strategy.MERGE_INTELLIGENT, mark);
        cancelOpen(mine.entry().id(), "joined into " + other.ticket().number());
        DisplacedTable.add(session, mine, other.id(), DisplacedTable.Reason.JOINED, context.now());
        context.recorder().joined(mine, context.origin(Cause.MERGE));
        if (EntryTable.find(session, other.id(), context.desk().currency()).isEmpty()) {
            writeComing(null, fromCloud(other, version));
        }
        return Tally.MERGED;
    }

    /** Writes a row that the cloud sent, after making room for it if another record holds its place. */
    void writeComing(@Nullable EntryRow before, EntryRow after) {
        write(new Writing(context.origin(Cause.PULL), before, after, null));
    }

    /** As {@link #writeComing}, for any change that the cloud's image has a part in. */
    void write(Writing writing) {
        try {
            context.recorder().write(writing);
        } catch (StoreFault fault) {
            if (fault.kind() != StoreFault.Cause.CONSTRAINT
                    || !makeRoom(writing.after().entry())) {
                throw fault;
            }
            context.recorder().write(writing);
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
                DisplacedTable.remove(session, row.entry().id());
                context.recorder().write(new Writing(context.origin(Cause.PULL), row, row, null));
            }
        }
    }

    private boolean makeRoom(Entry coming) {
        Optional<EntryRow> holder = EntryTable.holder(session, coming.plate(), coming.entryTime())
                .filter(id -> !id.equals(coming.id()))
                .flatMap(id -> EntryTable.find(session, id, context.desk().currency()));
        if (holder.isEmpty()) {
            return false;
        }
        EntryRow row = holder.get();
        String base = row.baseData();
        if (row.sync().status() == SyncStatus.SYNCED) {
            DisplacedTable.add(session, row, coming.id(), DisplacedTable.Reason.WAITING, context.now());
            context.recorder().displace(row);
        } else if (base == null) {
            makeRoomByJoining(row, coming);
        } else {
            giveWay(row, context.entry(base), coming);
        }
        return true;
    }

    /** The same plate at the same time, written at two desks: the one that reached the cloud first stands. */
    private void makeRoomByJoining(EntryRow row, Entry coming) {
        ConflictTable.Sides sides = new ConflictTable.Sides(
                row.entry().id(), null, EntryJson.encode(row.entry()), EntryJson.encode(coming), 0, coming.id());
        ConflictTable.Mark mark = new ConflictTable.Mark(context.now(), context.runId(), List.of());
        if (isPlainArrival(row)) {
            ConflictTable.settled(
                    session, sides, ConflictType.BUSINESS_RULE_VIOLATION, Strategy.MERGE_INTELLIGENT, mark);
        } else {
            ConflictTable.ask(session, sides, ConflictType.BUSINESS_RULE_VIOLATION, mark);
        }
        cancelOpen(row.entry().id(), "joined into " + coming.ticket().number());
        DisplacedTable.add(session, row, coming.id(), DisplacedTable.Reason.JOINED, context.now());
        context.recorder().joined(row, context.origin(Cause.MERGE));
    }

    /** A correction made here took the place of a record that the cloud knows there: the correction is taken back. */
    private void giveWay(EntryRow row, Entry base, Entry coming) {
        Entry reverted = row.entry().withPlate(base.plate()).withEntryTime(base.entryTime());
        ConflictTable.Sides sides = new ConflictTable.Sides(
                row.entry().id(),
                row.baseData(),
                EntryJson.encode(row.entry()),
                EntryJson.encode(coming),
                row.sync().remoteVersion(),
                coming.id());
        ConflictTable.settled(
                session,
                sides,
                ConflictType.BUSINESS_RULE_VIOLATION,
                Strategy.REMOTE_WINS,
                new ConflictTable.Mark(
                        context.now(), context.runId(), List.of(Field.VEHICLE_NUMBER, Field.ENTRY_TIME)));
        cancelOpen(row.entry().id(), "its place is held by " + coming.ticket().number());
        OperationKind kind = row.isVoided() ? OperationKind.DELETE : OperationKind.UPDATE;
        Writing.Sending sending = new Writing.Sending(new OpId(context.ids().next()), kind);
        context.recorder().write(new Writing(context.origin(Cause.MERGE), row, row.with(reverted), sending));
    }

    private void cancelOpen(EntryId record, String why) {
        for (QueueRow open : QueueRows.openInLane(session, record)) {
            if (open.attempt() != QueueRow.Attempt.UNKNOWN) {
                QueueRows.cancel(session, open, null, why, context.now());
            }
        }
    }

    private static boolean isPlainArrival(EntryRow row) {
        return !row.isVoided()
                && row.entry().isInside()
                && row.entry().stay().exitTime() == null
                && row.entry().stay().fee().isZero()
                && row.entry().payment().status() == PaymentStatus.UNPAID;
    }
}
