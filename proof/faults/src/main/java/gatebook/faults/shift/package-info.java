/** A scripted shift at a desk that goes the same way each time, and the look at what is left of it. */
@NullMarked
package gatebook.faults.shift;

import org.jspecify.annotations.NullMarked;
