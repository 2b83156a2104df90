/** Amounts of money in whole minor units of one currency. */
@NullMarked
package gatebook.rules.money;

import org.jspecify.annotations.NullMarked;
