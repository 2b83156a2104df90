/** What a desk sends, and the outcome of each operation. */
@NullMarked
package gatebook.wire.push;

import org.jspecify.annotations.NullMarked;
