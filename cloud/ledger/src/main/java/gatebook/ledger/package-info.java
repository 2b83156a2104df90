/** The shared truth of a site, judged and kept in PostgreSQL. */
@NullMarked
package gatebook.ledger;

import org.jspecify.annotations.NullMarked;
