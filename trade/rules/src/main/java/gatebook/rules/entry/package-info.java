/** One vehicle's visit to the yard: its fields, their limits, and what makes it contradictory. */
@NullMarked
package gatebook.rules.entry;

import org.jspecify.annotations.NullMarked;
