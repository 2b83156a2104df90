/** What can be held by reading compiled classes together: who may know whom. */
@NullMarked
package gatebook.checks.arrows;

import org.jspecify.annotations.NullMarked;
