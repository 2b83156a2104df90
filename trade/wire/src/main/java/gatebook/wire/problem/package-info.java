/** Refusals over HTTP (RFC 9457). */
@NullMarked
package gatebook.wire.problem;

import org.jspecify.annotations.NullMarked;
