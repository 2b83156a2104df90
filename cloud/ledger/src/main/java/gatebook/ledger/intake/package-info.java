/** Judges what a desk sends, and writes what takes effect in one transaction. */
@NullMarked
package gatebook.ledger.intake;

import org.jspecify.annotations.NullMarked;
