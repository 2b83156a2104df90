/** Engines, stores and clouds with one thing wrong: proof that the laws notice. */
@NullMarked
package gatebook.sim.broken;

import org.jspecify.annotations.NullMarked;
