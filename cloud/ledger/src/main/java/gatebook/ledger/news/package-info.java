/** Tells waiting readers, in every process on the database, that a site has something new. */
@NullMarked
package gatebook.ledger.news;

import org.jspecify.annotations.NullMarked;
