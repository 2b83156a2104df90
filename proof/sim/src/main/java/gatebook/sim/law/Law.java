package gatebook.sim.law;

import gatebook.sim.site.LawBroken;
import gatebook.sim.site.Witness;

/** One thing that must hold whatever happens. */
abstract class Law implements Witness {
    /** Its id in docs/simulation.md. */
    abstract String id();

    /** Is shown what a desk holds, after each opening of its register and when all has come to rest. */
    void look(Look look) {}

    final void hold(boolean holds, String otherwise) {
        if (!holds) {
            throw new LawBroken(id(), otherwise);
        }
    }
}
