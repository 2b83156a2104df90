/** The one catalogue of what can be refused, and why. */
@NullMarked
package gatebook.rules.refusal;

import org.jspecify.annotations.NullMarked;
