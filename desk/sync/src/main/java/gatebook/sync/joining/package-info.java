/** How a desk becomes one of a site. */
@NullMarked
package gatebook.sync.joining;

import org.jspecify.annotations.NullMarked;
