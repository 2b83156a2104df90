/** What a stay costs. */
@NullMarked
package gatebook.rules.tariff;

import org.jspecify.annotations.NullMarked;
