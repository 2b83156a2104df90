package gatebook.faults.wire;

import gatebook.rules.entry.Entry;
import java.util.List;

/** A desk compares its records with the cloud's: where both hold the same, nothing may come of it. */
final class CompareDialogue implements Dialogue {
    private static final int RECORDS = 5;

    private final Yard yard;
    private final WireDesk desk;
    private final List<Entry> records;

    CompareDialogue(Yard yard) {
        this.yard = yard;
        this.desk = yard.behindTheLine(WireDesk.ONE_TRY);
        for (int at = 0; at < RECORDS; at++) {
            desk.enter("MH12AB000" + at);
        }
        desk.full();
        this.records = desk.entries();
    }

    @Override
    public String kind() {
        return "POST /v1/sync/compare";
    }

    @Override
    public List<String> round(Fault fault) {
        Complaints complaints = new Complaints();
        yard.line().does(Aimed.once(kind(), fault));
        desk.full();
        complaints.unless(desk.entries().equals(records), "the records are others");
        complaints.unless(desk.counts().pending() == 0, "something is to be sent: " + desk.counts());
        yard.line().isClean();
        complaints.unlessHealed(desk::full, desk::counts);
        complaints.unless(desk.entries().equals(records), "after a clean comparison the records are others");
        return complaints.all();
    }

    @Override
    public void close() {
        desk.close();
        yard.close();
    }
}
