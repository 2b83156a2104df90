/** The site's own settings: zone, currency, places, rates. */
@NullMarked
package gatebook.rules.yard;

import org.jspecify.annotations.NullMarked;
