package gatebook.sim.law;

import gatebook.sim.site.LawBroken;
import gatebook.sim.site.Witness;

/** One thing that must hold whatever happens. */
interface Law extends Witness {
    /** Its id in docs/simulation.md. */
    String id();

    default void hold(boolean holds, String otherwise) {
        if (!holds) {
            throw new LawBroken(id(), otherwise);
        }
    }
}
