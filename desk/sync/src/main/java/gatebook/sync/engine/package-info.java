/** The synchronization as a pure state machine: events in, effects out; no thread, clock, chance or I/O in here. */
@NullMarked
package gatebook.sync.engine;

import org.jspecify.annotations.NullMarked;
