/** The desk's book: entries, queue, audit, conflicts and runs in one SQLite file. */
@NullMarked
package gatebook.store;

import org.jspecify.annotations.NullMarked;
