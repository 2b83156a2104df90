/** What is refused over HTTP, in one catalogue and one form. */
@NullMarked
package gatebook.api.problem;

import org.jspecify.annotations.NullMarked;
