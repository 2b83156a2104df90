/** Real desks and a real cloud with a line between them that cuts, stalls, lies and repeats, byte by byte. */
@NullMarked
package gatebook.faults.wire;

import org.jspecify.annotations.NullMarked;
