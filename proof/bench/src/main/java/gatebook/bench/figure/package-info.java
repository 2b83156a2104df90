/** What a run came to, and the files in which that is kept. */
@NullMarked
package gatebook.bench.figure;

import org.jspecify.annotations.NullMarked;
