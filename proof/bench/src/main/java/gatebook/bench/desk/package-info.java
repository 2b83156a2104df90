/** A desk as it is shipped, set up for a run. */
@NullMarked
package gatebook.bench.desk;

import org.jspecify.annotations.NullMarked;
