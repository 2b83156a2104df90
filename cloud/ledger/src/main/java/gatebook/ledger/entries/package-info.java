/** The entries as a resource: found, written and voided one by one. */
@NullMarked
package gatebook.ledger.entries;

import org.jspecify.annotations.NullMarked;
