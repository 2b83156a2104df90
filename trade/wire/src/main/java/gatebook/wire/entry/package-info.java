/** The one JSON form of an entry, in messages, in the queue and on the command line. */
@NullMarked
package gatebook.wire.entry;

import org.jspecify.annotations.NullMarked;
