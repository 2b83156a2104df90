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

    /** Seeds below were kept before these were known, and mean for ever what they meant. */
    private static final long FIRST_WITH_NIGHTS = 10_000;

    private static final long ONE_OUT_OF = 5;

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
        if (seed >= FIRST_WITH_NIGHTS) {
            addDays(new Chance(seed).fork("days"), knobs, all);
        }
        all.sort(Comparator.comparing(Happening::at));
        return new Plan(seed, knobs, all);
    }

    /** What lasts for hours; all together less than the time for which a desk keeps what it has sent. */
    private static void addDays(Chance chance, Knobs knobs, List<Happening> all) {
        if (chance.percent(50)) {
            for (int nights = chance.between(1, 3); nights > 0; nights--) {
                Duration length =
                        Duration.ofHours(chance.percent(70) ? chance.between(6, 14) : chance.between(24, 200));
                all.add(happening(chance, knobs, new Happening.What.Night(length)));
            }
        }
        if (chance.percent(6)) {
            Duration length = Duration.ofMinutes(chance.between(5, 60));
            all.add(happening(chance, knobs, new Happening.What.Refusing(length)));
        }
    }

    /** Whether people correct times to the quarter of an hour, where they meet. */
    public boolean hasQuarters() {
        return seed >= FIRST_WITH_NIGHTS;
    }

    /** Whether one desk stays cut off for longer than the others. */
    public boolean leavesOneOut() {
        return seed >= FIRST_WITH_NIGHTS && seed % ONE_OUT_OF == 0;
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
