package gatebook.rules.undo;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.refusal.FieldError;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges what undoing a run comes to for one record (decision 0034). A part goes back to what stood before the run as long as
 * its value is the run's; what anybody has set since stays. Money goes by a rule of its own: where a record tells of money
 * received or given back, fee and payment are one, and neither goes back if somebody has worked on the other since.
 */
public final class Undo {
    private final Lineage lineage;
    private final Standing now;
    private final RunId run;
    private final Map<Part, Entry> restored = new EnumMap<>(Part.class);
    private final Set<Part> kept = EnumSet.noneOf(Part.class);

    private Undo(Lineage lineage, Standing now, RunId run) {
        this.lineage = lineage;
        this.now = now;
        this.run = run;
    }

    /**
     * Decides; the same history gives the same verdict.
     *
     * @param history all audited changes of the record, oldest first; at least one
     */
    public static UndoVerdict judge(List<Step> history, Standing now, RunId run, Scope scope) {
        Undo undo = new Undo(Lineage.of(history), now, run);
        for (Part part : Part.values()) {
            undo.judge(part);
        }
        undo.keepTogether(Part.STAY, Part.PAYMENT);
        undo.keepTogether(Part.PAYMENT, Part.STAY);
        return undo.verdict(scope);
    }

    private void judge(Part part) {
        Optional<Stand<Entry>> last = stand(part).flatMap(top -> top.lastOf(run));
        Optional<Stand<Entry>> mine = standing(part);
        Optional<Entry> before =
                mine.or(() -> last).flatMap(set -> set.beneath(run)).map(Stand::value);
        if (before.isEmpty() || part.same(before.get(), now.entry())) {
            return;
        }
        if (mine.isPresent()) {
            restored.put(part, before.get());
        } else {
            kept.add(part);
        }
    }

    /** The part's value, if it is the run's and still stands. */
    private Optional<Stand<Entry>> standing(Part part) {
        return stand(part).filter(top -> part.same(top.value(), now.entry())).flatMap(top -> top.setBy(run));
    }

    private Optional<Stand<Entry>> stand(Part part) {
        return lineage.part(part);
    }

    /** A payment is of the fee that stood when it was received: taking one back without the other would lose an amount. */
    private void keepTogether(Part part, Part other) {
        if (!restored.containsKey(part) || !tellsOfMoney(now.entry())) {
            return;
        }
        Stand<Entry> mine = standing(part).orElseThrow();
        if (stand(other).filter(top -> top.isLaterWorkThan(mine, run)).isPresent()) {
            restored.remove(part);
            kept.add(part);
        }
    }

    private static boolean tellsOfMoney(Entry entry) {
        PaymentStatus status = entry.payment().status();
        return status == PaymentStatus.PAID || status == PaymentStatus.REFUNDED;
    }

    private UndoVerdict verdict(Scope scope) {
        Optional<Stand<Life>> mine = Optional.of(lineage.life())
                .filter(top -> top.value() == now.life())
                .flatMap(top -> top.setBy(run));
        Life before = mine.flatMap(set -> set.beneath(run)).map(Stand::value).orElse(now.life());
        return switch (now.life()) {
            case LIVE -> before == Life.LIVE ? valuesOnly() : toBeVoided(mine.orElseThrow(), scope);
            case VOIDED -> before == Life.VOIDED ? voidedByAnother() : back();
        };
    }

    private UndoVerdict valuesOnly() {
        if (restored.isEmpty()) {
            return kept.isEmpty() ? new UndoVerdict.AsBefore() : new UndoVerdict.LaterWork(List.copyOf(kept));
        }
        return unlessAtFault(
                new UndoVerdict.Restored(result(), List.copyOf(restored.keySet()), List.copyOf(kept)), result());
    }

    private UndoVerdict back() {
        return unlessAtFault(new UndoVerdict.Revived(result(), List.copyOf(kept)), result());
    }

    private UndoVerdict toBeVoided(Stand<Life> mine, Scope scope) {
        if (scope == Scope.CHANGES && lineage.beganWith(run)) {
            return new UndoVerdict.BroughtIn();
        }
        Set<Part> later = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            Optional<Stand<Entry>> top = stand(part);
            boolean untouched = top.isPresent()
                    && part.same(top.get().value(), now.entry())
                    && !top.get().isLaterWorkThan(mine, run);
            if (!untouched) {
                later.add(part);
            }
        }
        return later.isEmpty() ? new UndoVerdict.Voided(result()) : new UndoVerdict.LaterWork(List.copyOf(later));
    }

    /** Values of a voided record are nobody's concern, unless the run's would be there again if it were brought back. */
    private UndoVerdict voidedByAnother() {
        return restored.isEmpty() && kept.isEmpty()
                ? new UndoVerdict.AsBefore()
                : new UndoVerdict.LaterWork(List.copyOf(kept));
    }

    private Entry result() {
        Entry result = now.entry();
        for (Map.Entry<Part, Entry> part : restored.entrySet()) {
            result = part.getKey().copy(result, part.getValue());
        }
        return result;
    }

    private static UndoVerdict unlessAtFault(UndoVerdict verdict, Entry result) {
        List<FieldError> faults = EntryRules.faults(result);
        return faults.isEmpty() ? verdict : new UndoVerdict.Contradiction(faults);
    }
}
