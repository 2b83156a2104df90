/** What is shown instead of the register when it cannot be opened. */
@NullMarked
package gatebook.app.opening;

import org.jspecify.annotations.NullMarked;
