/** The processes that a run needs beside its own. */
@NullMarked
package gatebook.bench.process;

import org.jspecify.annotations.NullMarked;
