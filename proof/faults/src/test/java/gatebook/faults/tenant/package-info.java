/** One site's desk against another site's data: every request with every object, and random ones. */
@NullMarked
package gatebook.faults.tenant;

import org.jspecify.annotations.NullMarked;
