/** What is to happen in one seed, drawn beforehand. */
@NullMarked
package gatebook.sim.plan;

import org.jspecify.annotations.NullMarked;
