package gatebook.rules.undo;

import gatebook.rules.entry.Entry;
import gatebook.rules.merge.Image;
import java.util.ArrayList;
import java.util.List;

/** A record's history in the making, and the record as it stands. */
final class Past {
    private static final Maker DESK = new Maker.Desk();

    private final List<Step> steps = new ArrayList<>();
    private Standing now;

    private Past(Standing now) {
        this.now = now;
    }

    /** Of a record that was written at this desk. */
    static Past written(Entry entry) {
        Past past = new Past(new Standing(entry, Life.VOIDED));
        return past.becomes(DESK, entry);
    }

    /** Of a record that a run brought. */
    static Past brought(long run, Entry entry) {
        Past past = new Past(new Standing(entry, Life.VOIDED));
        return past.becomes(run(run), entry);
    }

    static Maker run(long number) {
        return new Maker.Run(new RunId(number));
    }

    Standing now() {
        return now;
    }

    Entry entry() {
        return now.entry();
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    Past here(Entry entry) {
        return becomes(DESK, entry);
    }

    Past by(long run, Entry entry) {
        return becomes(run(run), entry);
    }

    Past voidedHere() {
        return voided(DESK);
    }

    Past voidedBy(long run) {
        return voided(run(run));
    }

    UndoVerdict judge(long run) {
        return judge(run, Scope.CHANGES);
    }

    UndoVerdict judge(long run, Scope scope) {
        return Undo.judge(steps, now, new RunId(run), scope);
    }

    /** Undoes a run as the register does. */
    Past undo(long undo, long run, Scope scope) {
        Maker maker = new Maker.Undo(new RunId(undo), new RunId(run));
        return switch (judge(run, scope)) {
            case UndoVerdict.Restored(Entry entry, var _, var _) -> becomes(maker, entry);
            case UndoVerdict.Revived(Entry entry, var _) -> becomes(maker, entry);
            case UndoVerdict.Voided(Entry entry) -> {
                step(maker, new Standing(entry, Life.VOIDED));
                yield this;
            }
            case UndoVerdict.AsBefore _,
                    UndoVerdict.BroughtIn _,
                    UndoVerdict.LaterWork _,
                    UndoVerdict.Contradiction _ -> this;
        };
    }

    Past becomes(Maker maker, Entry entry) {
        step(maker, new Standing(entry, Life.LIVE));
        return this;
    }

    Past voided(Maker maker) {
        step(maker, new Standing(now.entry(), Life.VOIDED));
        return this;
    }

    /** A change of nothing leaves no row. */
    private void step(Maker maker, Standing next) {
        if (!image(now).equals(image(next))) {
            steps.add(new Step(maker, image(now), image(next)));
        }
        now = next;
    }

    private static Image image(Standing standing) {
        return switch (standing.life()) {
            case LIVE -> new Image.Present(standing.entry());
            case VOIDED -> new Image.Voided();
        };
    }
}
