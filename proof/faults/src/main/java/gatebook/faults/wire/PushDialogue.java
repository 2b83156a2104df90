package gatebook.faults.wire;

import gatebook.ledger.history.HistoryRow;
import gatebook.rules.entry.EntryId;
import gatebook.store.record.EntryRow;
import gatebook.wire.entry.EntryJson;
import java.util.List;

/** A desk sends what it wrote: each operation must take effect once, whatever is cut off. */
final class PushDialogue implements Dialogue {
    private static final int CHANGES_OF_A_RECORD = 8;

    private final Yard yard;
    private final WireDesk desk;
    private EntryId record;
    private int rounds;
    private int version;

    PushDialogue(Yard yard) {
        this.yard = yard;
        this.desk = yard.behindTheLine(WireDesk.ONE_TRY);
        this.record = desk.enter("MH12AB0000");
        this.version = 1;
        desk.cycle();
    }

    @Override
    public String kind() {
        return "POST /v1/sync/push";
    }

    @Override
    public List<String> round(Fault fault) {
        Complaints complaints = new Complaints();
        write();
        yard.line().does(Aimed.once(kind(), fault));
        desk.cycle();
        boolean queued = desk.counts().pending() == 1;
        boolean done = row().sync().remoteVersion() == version;
        complaints.unless(queued != done, "queued: " + queued + ", done: " + done);
        yard.line().isClean();
        complaints.unlessHealed(desk::cycle, desk::counts);
        complaints.unless(row().sync().remoteVersion() == version, "the desk knows another version: " + row());
        List<HistoryRow> effects = yard.cloud().effects(yard.site(), record);
        complaints.unless(effects.size() == version, version + " operations had " + effects.size() + " effects");
        complaints.unless(
                effects.stream().map(HistoryRow::opId).distinct().count() == effects.size(), "one took effect twice");
        complaints.unless(
                EntryJson.encode(row().entry()).equals(effects.getLast().after()),
                "the cloud holds something else: " + effects.getLast().after());
        return complaints.all();
    }

    /** Every ninth operation is a new record, the others change it. */
    private void write() {
        rounds++;
        if (version > CHANGES_OF_A_RECORD) {
            record = desk.enter("MH12AB" + rounds);
            version = 1;
        } else {
            desk.note(record, "looked at for the time " + rounds);
            version++;
        }
    }

    private EntryRow row() {
        return desk.row(record).orElseThrow();
    }

    @Override
    public void close() {
        desk.close();
        yard.close();
    }
}
