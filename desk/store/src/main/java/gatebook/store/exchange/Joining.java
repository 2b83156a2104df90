package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Strategy;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.Origin;
import gatebook.store.record.SyncStatus;
import gatebook.store.record.Writing;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryJson;
import java.util.List;

/**
 * One visit written at two desks under two ids (decision 0019): the record that reached the cloud first
 * stands for both, and the other one's ticket number leads there.
 */
final class Joining {
    private final Session session;
    private final Context context;

    Joining(Context context) {
        this.session = context.session();
        this.context = context;
    }

    /** Whether nothing was recorded of the visit but that it began, so that a joined record loses nothing. */
    static boolean isPlainArrival(EntryRow row) {
        return !row.isVoided()
                && row.entry().isInside()
                && row.entry().stay().exitTime() == null
                && row.entry().stay().fee().isZero()
                && row.entry().payment().status() == PaymentStatus.UNPAID;
    }

    /** Joins a record into another; where more than an arrival was recorded of it, a person is asked as well. */
    void into(EntryRow mine, Entry other) {
        if (isPlainArrival(mine)) {
            ConflictTable.settled(
                    session,
                    sides(mine, other, 0),
                    ConflictType.BUSINESS_RULE_VIOLATION,
                    Strategy.MERGE_INTELLIGENT,
                    mark());
        } else {
            ConflictTable.ask(session, sides(mine, other, 0), ConflictType.BUSINESS_RULE_VIOLATION, mark());
        }
        join(mine, other, context.origin(Cause.MERGE));
    }

    /** Keeps both apart until a person has decided, and sends nothing of this side's record meanwhile. */
    void ask(EntryRow mine, Entry other, long version) {
        ConflictTable.ask(session, sides(mine, other, version), ConflictType.BUSINESS_RULE_VIOLATION, mark());
        cancelUnsent(mine, "kept in the inbox for a decision");
        EntryRow waiting = mine.with(mine.sync().with(SyncStatus.CONFLICT));
        context.recorder().write(new Writing(context.origin(Cause.MERGE), mine, waiting, null));
    }

    /** A record voided here that the cloud never took in: there is nothing to join, and nothing left to send. */
    void forget(EntryRow voided) {
        cancelUnsent(voided, "voided before the cloud took it in");
        EntryRow settled = voided.with(voided.sync().with(SyncStatus.SYNCED));
        context.recorder().write(new Writing(context.origin(Cause.MERGE), voided, settled, null));
    }

    /** Lets the other record stand for both from now on. */
    void join(EntryRow mine, Entry other, Origin origin) {
        EntryId id = mine.entry().id();
        cancelUnsent(mine, "joined into " + other.ticket().number());
        ConflictTable.end(session, id, Strategy.MERGE_INTELLIGENT, context.now());
        DisplacedTable.add(session, mine, other.id(), DisplacedTable.Reason.JOINED, context.now());
        context.recorder().joined(mine, origin);
    }

    private void cancelUnsent(EntryRow row, String why) {
        QueueRows.cancelUnsent(session, row.entry().id(), null, why, context.now());
    }

    private ConflictTable.Mark mark() {
        return new ConflictTable.Mark(context.now(), context.runId(), List.of());
    }

    private static ConflictTable.Sides sides(EntryRow mine, Entry other, long version) {
        return new ConflictTable.Sides(
                mine.entry().id(), null, EntryJson.encode(mine.entry()), EntryJson.encode(other), version, other.id());
    }
}
