package gatebook.sim.plan;

import gatebook.sim.chance.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All that happens in one seed before the world heals. A part of it can be left out without shifting the rest. */
public record Plan(long seed, Knobs knobs, List<Happening> happenings) {
    private static final Set<Fault> OF_THE_LINE = EnumSet.of(
            Fault.LOST_REQUEST,
            Fault.LOST_ANSWER,
            Fault.DUPLICATE,
            Fault.REPLAY,
            Fault.SLOW,
            Fault.BUSY,
            Fault.DOWN_AFTER_COMMIT,
            Fault.SKEW);

    public Plan {
        happenings = List.copyOf(happenings);
    }

    public static Plan of(long seed) {
        Chance chance = new Chance(seed).fork("plan");
        Knobs knobs = Knobs.of(chance);
        List<Happening> all = new ArrayList<>();
        for (int at = 0; at < knobs.acting(); at++) {
            all.add(happening(chance, knobs, new Happening.What.Person(act(chance, knobs))));
        }
        List<Fault> faults = EnumSet.allOf(Fault.class).stream()
                .filter(fault -> knobs.has(fault) && !OF_THE_LINE.contains(fault))
                .toList();
        for (int at = 0; at < knobs.failing() && !faults.isEmpty(); at++) {
            all.add(happening(chance, knobs, new Happening.What.World(chance.of(faults))));
        }
        all.sort(Comparator.comparing(Happening::at));
        return new Plan(seed, knobs, all);
    }

    private static Happening happening(Chance chance, Knobs knobs, Happening.What what) {
        Duration at =
                Duration.ofMillis((chance.nextLong() >>> 1) % knobs.length().toMillis());
        return new Happening(at, what, chance.below(knobs.desks()), chance.nextLong());
    }

    private static Act act(Chance chance, Knobs knobs) {
        int sum = 0;
        for (Act act : Act.values()) {
            sum += weight(knobs, act);
        }
        int drawn = chance.below(sum);
        for (Act act : Act.values()) {
            drawn -= weight(knobs, act);
            if (drawn < 0) {
                return act;
            }
        }
        return Act.ARRIVE;
    }

    private static int weight(Knobs knobs, Act act) {
        return act == Act.ARRIVE || knobs.acts().contains(act) ? act.weight() : 0;
    }

    /** The same with other happenings. */
    public Plan with(List<Happening> others) {
        return new Plan(seed, knobs, others);
    }

    /** The same without one kind of fault. */
    public Plan without(Fault fault) {
        Set<Fault> left = EnumSet.noneOf(Fault.class);
        left.addAll(knobs.faults());
        left.remove(fault);
        Knobs fewer = new Knobs(
                knobs.desks(),
                left,
                knobs.acts(),
                knobs.percent(),
                knobs.plates(),
                knobs.records(),
                knobs.batchMax(),
                knobs.pageMax(),
                knobs.length(),
                knobs.acting(),
                knobs.failing());
        return new Plan(seed, fewer, happenings);
    }
}
