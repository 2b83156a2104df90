/** One site at the cloud in two makes: the real ledger, and a plain model of what it must do. */
@NullMarked
package gatebook.sim.cloud;

import org.jspecify.annotations.NullMarked;
