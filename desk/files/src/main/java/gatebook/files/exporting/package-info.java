/** Writes the register out: for spreadsheets, for other programs, and in the shape of the earlier program. */
@NullMarked
package gatebook.files.exporting;

import org.jspecify.annotations.NullMarked;
