/** Virtual time: one queue of what is due, and the clocks of desks that go wrong. */
@NullMarked
package gatebook.sim.time;

import org.jspecify.annotations.NullMarked;
