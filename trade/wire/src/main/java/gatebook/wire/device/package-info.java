/** How a desk joins a site, and how it knows that it talks to its cloud. */
@NullMarked
package gatebook.wire.device;

import org.jspecify.annotations.NullMarked;
