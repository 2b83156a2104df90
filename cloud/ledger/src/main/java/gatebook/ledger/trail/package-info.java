/** What the cloud keeps of the desks' audit trails. */
@NullMarked
package gatebook.ledger.trail;

import org.jspecify.annotations.NullMarked;
