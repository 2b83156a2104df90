/** Writing a vehicle in. */
@NullMarked
package gatebook.app.entry;

import org.jspecify.annotations.NullMarked;
