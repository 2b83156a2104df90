/** The program as it is shipped, among faults of the machine and of the line. */
@NullMarked
package gatebook.faults;

import org.jspecify.annotations.NullMarked;
