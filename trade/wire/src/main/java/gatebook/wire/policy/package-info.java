/** A site's choice of strategies, as it is kept and told (docs/protocol.md). */
@NullMarked
package gatebook.wire.policy;

import org.jspecify.annotations.NullMarked;
