/** Takes over the register of the earlier program: its objects, in whatever state, become entries and issues. */
@NullMarked
package gatebook.files.importing;

import org.jspecify.annotations.NullMarked;
