/** What desks send and fetch: push, changes, snapshot, comparison. */
@NullMarked
package gatebook.api.sync;

import org.jspecify.annotations.NullMarked;
