/** Hostile bytes: for every decoder by itself, and for a server over HTTP. */
@NullMarked
package gatebook.faults.fuzz;

import org.jspecify.annotations.NullMarked;
