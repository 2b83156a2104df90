/** Runs the engine: one thread that does what it says, and the requests beside it. */
@NullMarked
package gatebook.sync.service;

import org.jspecify.annotations.NullMarked;
