/** Brings the database up to date, and refuses one that could not keep its promises. */
@NullMarked
package gatebook.ledger.schema;

import org.jspecify.annotations.NullMarked;
