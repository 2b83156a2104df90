package gatebook.faults.wire;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Position;
import java.util.List;

/** A desk follows another one's changes: its cursor must never be ahead of what it holds. */
final class ChangesDialogue implements Dialogue {
    private final Yard yard;
    private final WireDesk desk;
    private final WireDesk writer;
    private final EntryId record;
    private int rounds;

    ChangesDialogue(Yard yard) {
        this.yard = yard;
        this.desk = yard.behindTheLine(WireDesk.ONE_TRY);
        this.writer = yard.elsewhere();
        this.record = writer.enter("MH12AB0001");
        writer.cycle();
        desk.cycle();
    }

    @Override
    public String kind() {
        return "GET /v1/sync/changes";
    }

    @Override
    public List<String> round(Fault fault) {
        Complaints complaints = new Complaints();
        writer.note(record, "looked at for the time " + ++rounds);
        complaints.unlessHealed(writer::cycle, writer::counts);
        Entry theirs = writer.row(record).orElseThrow().entry();
        Position before = desk.position();
        yard.line().does(Aimed.once(kind(), fault));
        desk.cycle();
        boolean moved = desk.position() instanceof Position.Following
                && !desk.position().equals(before);
        complaints.unless(!moved || holds(theirs), "the cursor is ahead: " + desk.position());
        yard.line().isClean();
        complaints.unlessHealed(desk::cycle, desk::counts);
        complaints.unless(holds(theirs), "a change was passed over");
        complaints.unless(desk.position() instanceof Position.Following, "it follows no more: " + desk.position());
        return complaints.all();
    }

    private boolean holds(Entry theirs) {
        return desk.row(record).orElseThrow().entry().equals(theirs);
    }

    @Override
    public void close() {
        desk.close();
        writer.close();
        yard.close();
    }
}
