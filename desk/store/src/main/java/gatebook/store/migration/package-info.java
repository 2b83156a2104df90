/** The shape of the file, numbered: from any older one to this program's, forward only. */
@NullMarked
package gatebook.store.migration;

import org.jspecify.annotations.NullMarked;
