package gatebook.sim.law;

import gatebook.sim.site.LawBroken;
import gatebook.sim.site.Witness;

/** One thing that must hold whatever happens. */
abstract class Law implements Witness {
    /** Its id in docs/simulation.md. */
    abstract String id();

    final void hold(boolean holds, String otherwise) {
        if (!holds) {
            throw new LawBroken(id(), otherwise);
        }
    }
}
