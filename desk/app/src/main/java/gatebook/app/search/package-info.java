/** The list of entries: finds, corrects, voids and writes out to files. */
@NullMarked
package gatebook.app.search;

import org.jspecify.annotations.NullMarked;
