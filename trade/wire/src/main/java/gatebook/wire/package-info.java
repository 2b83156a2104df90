/** The messages between desk and cloud and their one JSON form (docs/protocol.md). */
@NullMarked
package gatebook.wire;

import org.jspecify.annotations.NullMarked;
