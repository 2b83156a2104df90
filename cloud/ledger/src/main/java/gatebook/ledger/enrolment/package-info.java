/** How a desk joins a site, proves itself, and is shut out. */
@NullMarked
package gatebook.ledger.enrolment;

import org.jspecify.annotations.NullMarked;
