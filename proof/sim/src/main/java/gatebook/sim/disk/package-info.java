/** The disk of a simulated desk, which fills up and loses its machine at any statement. */
@NullMarked
package gatebook.sim.disk;

import org.jspecify.annotations.NullMarked;
