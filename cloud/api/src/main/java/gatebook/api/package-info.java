/** Serves the ledger over HTTP. */
@NullMarked
package gatebook.api;

import org.jspecify.annotations.NullMarked;
