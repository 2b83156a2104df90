/** Power cuts: what a desk wrote and flushed is recorded, and the disk rebuilt as a cut at any moment may leave it. */
@NullMarked
package gatebook.faults.power;

import org.jspecify.annotations.NullMarked;
