/** Desks and servers in processes of their own that are killed, and disks that refuse, at any moment. */
@NullMarked
package gatebook.faults.process;

import org.jspecify.annotations.NullMarked;
