/** A PostgreSQL of our own, for those who bring none. */
@NullMarked
package gatebook.ledger.cluster;

import org.jspecify.annotations.NullMarked;
