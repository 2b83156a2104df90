/** What must hold whatever happens (the laws S1 to S22 and L1 to L5), a class for each. */
@NullMarked
package gatebook.sim.law;

import org.jspecify.annotations.NullMarked;
