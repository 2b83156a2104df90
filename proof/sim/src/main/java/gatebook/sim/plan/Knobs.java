package gatebook.sim.plan;

import gatebook.sim.chance.Chance;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How one seed is set: a random half of the faults and of the acts is left out, so that the rest gets room.
 *
 * @param percent of requests that each of the passing faults of the line meets
 * @param plates how many vehicles there are
 * @param batchMax operations in one push
 * @param pageMax changes on one page
 */
public record Knobs(
        int desks,
        Set<Fault> faults,
        Set<Act> acts,
        int percent,
        int plates,
        int records,
        int batchMax,
        int pageMax,
        Duration length,
        int acting,
        int failing) {
    public Knobs {
        faults = Set.copyOf(faults);
        acts = Set.copyOf(acts);
    }

    public static Knobs of(Chance chance) {
        boolean storm = chance.percent(40);
        return new Knobs(
                chance.between(2, 4),
                half(chance, Fault.class),
                half(chance, Act.class),
                chance.between(0, 30),
                chance.between(2, 8),
                storm ? 5 : chance.between(8, 40),
                chance.of(List.of(1, 3, 10, 500)),
                chance.of(List.of(1, 4, 20, 1_000)),
                Duration.ofMinutes(chance.between(2, 12)),
                chance.between(20, 90),
                chance.between(0, 8));
    }

    private static <E extends Enum<E>> Set<E> half(Chance chance, Class<E> kinds) {
        EnumSet<E> kept = EnumSet.noneOf(kinds);
        for (E kind : kinds.getEnumConstants()) {
            if (chance.percent(50)) {
                kept.add(kind);
            }
        }
        return kept;
    }

    public boolean has(Fault fault) {
        return faults.contains(fault);
    }
}
