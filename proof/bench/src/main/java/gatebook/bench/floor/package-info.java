/** The barest programs: the same bytes, no protocol, no logic. */
@NullMarked
package gatebook.bench.floor;

import org.jspecify.annotations.NullMarked;
