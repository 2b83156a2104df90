package gatebook.sim.run;

import gatebook.sim.plan.Plan;
import gatebook.sim.site.Mark;
import gatebook.sim.site.Marks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What many seeds came to. */
final class Sum {
    /** So many seeds walk every path; a smaller batch may miss some. */
    private static final long ENOUGH_FOR_ALL_MARKS = 2_000;

    private static final double YEAR_SECONDS = Duration.ofDays(365).toSeconds();

    private final Marks marks = new Marks();
    private final List<Long> failing = new ArrayList<>();
    private long seeds;
    private Duration deskTime = Duration.ZERO;

    void add(Plan plan, Simulation.Result result) {
        seeds++;
        marks.add(result.marks());
        deskTime = deskTime.plus(result.virtual().multipliedBy(plan.knobs().desks()));
        if (result.broken() != null) {
            failing.add(plan.seed());
        }
    }

    long seeds() {
        return seeds;
    }

    /** Seeds that broke a law. */
    List<Long> failing() {
        return List.copyOf(failing);
    }

    /** How long the desks lived, all together; those that joined later are not counted. */
    double deskYears() {
        return deskTime.toSeconds() / YEAR_SECONDS;
    }

    /** Paths that none of them walked. */
    List<Mark> neverWalked() {
        return Arrays.stream(Mark.values())
                .filter(mark -> marks.times(mark) == 0)
                .toList();
    }

    /** Whether all laws held, and a batch large enough for it walked every path. */
    boolean isSound() {
        return failing.isEmpty() && (neverWalked().isEmpty() || seeds < ENOUGH_FOR_ALL_MARKS);
    }
}
