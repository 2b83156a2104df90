/** What this desk and the cloud keep of each other's past, and what was found out by it. */
@NullMarked
package gatebook.store.witness;

import org.jspecify.annotations.NullMarked;
