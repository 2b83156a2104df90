/** Finds the JSON objects of a file that may be damaged, one by one, in memory that does not grow with the file. */
@NullMarked
package gatebook.files.salvage;

import org.jspecify.annotations.NullMarked;
