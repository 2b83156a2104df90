/** Bodies and queries as they come in, and answers as they go out. */
@NullMarked
package gatebook.api.http;

import org.jspecify.annotations.NullMarked;
