package gatebook.sim.run;

import gatebook.sim.plan.Fault;
import gatebook.sim.plan.Happening;
import gatebook.sim.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing plan small: whole kinds of faults are left out first, then stretches of what happens, ever smaller. */
final class Shrinking {
    private static final int TRIES_MAX = 300;

    private final Predicate<Plan> stillFails;
    private int tries;

    /**
     * @param stillFails whether a plan breaks the same law
     */
    Shrinking(Predicate<Plan> stillFails) {
        this.stillFails = stillFails;
    }

    Plan shrink(Plan failing) {
        Plan plan = failing;
        for (Fault fault : Fault.values()) {
            if (plan.knobs().has(fault)) {
                plan = smaller(plan, plan.without(fault));
            }
        }
        for (int chunk = Math.max(1, plan.happenings().size() / 2); ; chunk /= 2) {
            for (int at = 0; at < plan.happenings().size() && tries < TRIES_MAX; ) {
                Plan fewer = plan.with(without(plan.happenings(), at, chunk));
                Plan kept = smaller(plan, fewer);
                at += kept.equals(plan) ? chunk : 0;
                plan = kept;
            }
            if (chunk == 1) {
                return plan;
            }
        }
    }

    private Plan smaller(Plan plan, Plan fewer) {
        return tries++ < TRIES_MAX && stillFails.test(fewer) ? fewer : plan;
    }

    private static List<Happening> without(List<Happening> all, int from, int count) {
        List<Happening> left = new ArrayList<>(all.subList(0, from));
        left.addAll(all.subList(Math.min(all.size(), from + count), all.size()));
        return left;
    }
}
