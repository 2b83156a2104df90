/** What the cloud tells a desk that pulls. */
@NullMarked
package gatebook.wire.feed;

import org.jspecify.annotations.NullMarked;
