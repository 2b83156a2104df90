/** The SQLite file as a database: one writer, many readers, faults by their cause. */
@NullMarked
package gatebook.store.sqlite;

import org.jspecify.annotations.NullMarked;
