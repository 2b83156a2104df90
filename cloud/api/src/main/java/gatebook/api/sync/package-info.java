/** What desks send and fetch: push, changes, snapshot. */
@NullMarked
package gatebook.api.sync;

import org.jspecify.annotations.NullMarked;
