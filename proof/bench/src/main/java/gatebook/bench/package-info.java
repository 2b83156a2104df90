/** Whole runs, each beside the barest program that does the same, so that the ratio of the two holds anywhere. */
@NullMarked
package gatebook.bench;

import org.jspecify.annotations.NullMarked;
