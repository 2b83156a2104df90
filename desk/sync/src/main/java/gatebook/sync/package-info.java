/** Carries changes from the desk to the cloud and back. */
@NullMarked
package gatebook.sync;

import org.jspecify.annotations.NullMarked;
