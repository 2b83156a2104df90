/** Reading and writing JSON the one way all messages do. */
@NullMarked
package gatebook.wire.json;

import org.jspecify.annotations.NullMarked;
