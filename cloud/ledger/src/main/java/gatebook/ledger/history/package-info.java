/** Who changed what and when: rows that are only ever added, each sealed by the hash of the one before. */
@NullMarked
package gatebook.ledger.history;

import org.jspecify.annotations.NullMarked;
