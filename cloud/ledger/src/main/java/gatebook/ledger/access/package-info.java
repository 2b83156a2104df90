/** How a process reaches its database, and as whom. */
@NullMarked
package gatebook.ledger.access;

import org.jspecify.annotations.NullMarked;
