/** Chance that a seed decides, apart for each part of the simulation. */
@NullMarked
package gatebook.sim.chance;

import org.jspecify.annotations.NullMarked;
