/** Taking back what one run of synchronizing changed: whose each value is, and what it goes back to; pure. */
@NullMarked
package gatebook.rules.undo;

import org.jspecify.annotations.NullMarked;
