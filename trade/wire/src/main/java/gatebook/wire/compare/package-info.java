/** Comparing a desk's records with the cloud's: hashes of spans of ids, then single rows (docs/protocol.md). */
@NullMarked
package gatebook.wire.compare;

import org.jspecify.annotations.NullMarked;
