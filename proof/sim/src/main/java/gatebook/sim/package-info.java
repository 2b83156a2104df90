/** Many desks and one cloud in one thread under a virtual clock. */
@NullMarked
package gatebook.sim;

import org.jspecify.annotations.NullMarked;
