package gatebook.rules.undo;

import gatebook.rules.entry.Entry;
import gatebook.rules.merge.Image;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Who set what of a record, part by part, and whether it lives. A voided record keeps the values that it had. */
final class Lineage {
    private final Map<Part, Stand<Entry>> parts = new EnumMap<>(Part.class);
    private final Step first;
    private Stand<Life> life;

    private Lineage(Step first) {
        this.first = first;
        this.life = Stand.first(-1, new Maker.Desk(), Life.of(first.before()));
        if (first.before() instanceof Image.Present(Entry entry)) {
            for (Part part : Part.values()) {
                parts.put(part, Stand.first(-1, new Maker.Desk(), entry));
            }
        }
    }

    /**
     * Reads a record's steps.
     *
     * @param history at least one, oldest first
     */
    static Lineage of(List<Step> history) {
        Lineage lineage = new Lineage(history.getFirst());
        for (int at = 0; at < history.size(); at++) {
            lineage.add(at, history.get(at));
        }
        return lineage;
    }

    Stand<Life> life() {
        return life;
    }

    /** Empty for a record that never lived. */
    Optional<Stand<Entry>> part(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    /** Whether the record was brought in by this run, and was not there before. */
    boolean beganWith(RunId run) {
        return first.maker().is(run) && first.before() instanceof Image.Voided;
    }

    private void add(int at, Step step) {
        Life is = Life.of(step.after());
        switch (step.after()) {
            case Image.Present(Entry entry) -> becomes(at, step.maker(), entry);
            case Image.Voided() -> {
                if (life.value() == Life.LIVE && step.maker() instanceof Maker.Undo undo) {
                    goesBack(at, undo);
                }
            }
        }
        life = next(life, at, step.maker(), is, (one, other) -> one == other);
    }

    private void becomes(int at, Maker maker, Entry entry) {
        for (Part part : Part.values()) {
            Stand<Entry> stands = parts.get(part);
            parts.put(
                    part, stands == null ? Stand.first(at, maker, entry) : next(stands, at, maker, entry, part::same));
        }
    }

    /** An undo that voids a record leaves it the values from before the run, though no image tells of them. */
    private void goesBack(int at, Maker.Undo undo) {
        for (Part part : Part.values()) {
            Stand<Entry> stands = Objects.requireNonNull(parts.get(part), "it lived");
            beneath(stands, undo.of()).ifPresent(earlier -> parts.put(part, stands.then(at, undo, earlier)));
        }
    }

    private static <V> Optional<Stand<V>> beneath(Stand<V> stands, RunId run) {
        return stands.setBy(run).flatMap(set -> set.beneath(run));
    }

    /** What a run changes and changes back it has left alone; whoever works at the desk means what they write. */
    private static <V> Stand<V> next(Stand<V> stands, int at, Maker maker, V value, BiPredicate<V, V> same) {
        if (same.test(stands.value(), value)) {
            return stands;
        }
        Optional<Stand<V>> earlier = switch (maker) {
            case Maker.Desk() -> Optional.empty();
            case Maker.Run(RunId run) -> stands.beneath(run);
            case Maker.Undo(RunId _, RunId of) -> beneath(stands, of);
        };
        return earlier.filter(stand -> same.test(stand.value(), value))
                .map(stand -> maker instanceof Maker.Undo ? stands.then(at, maker, stand) : stand)
                .orElseGet(() -> stands.then(at, maker, value));
    }
}
