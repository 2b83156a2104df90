/** Copies of the register: made while it is written to, proven before they count, thinned out with age. */
@NullMarked
package gatebook.store.backup;

import org.jspecify.annotations.NullMarked;
