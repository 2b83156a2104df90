/** Whether the cloud can be reached, and if not, why. */
@NullMarked
package gatebook.sync.connectivity;

import org.jspecify.annotations.NullMarked;
