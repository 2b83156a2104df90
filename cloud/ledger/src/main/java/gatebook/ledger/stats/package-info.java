/** A day of a site in numbers. */
@NullMarked
package gatebook.ledger.stats;

import org.jspecify.annotations.NullMarked;
