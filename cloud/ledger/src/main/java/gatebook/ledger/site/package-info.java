/** Which site and which desk a request is about, and the one door to a site's rows. */
@NullMarked
package gatebook.ledger.site;

import org.jspecify.annotations.NullMarked;
