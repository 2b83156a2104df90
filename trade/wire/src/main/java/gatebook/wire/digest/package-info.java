/** What a body came to when it was sent, so that whoever reads it knows whether it is still the same. */
@NullMarked
package gatebook.wire.digest;

import org.jspecify.annotations.NullMarked;
