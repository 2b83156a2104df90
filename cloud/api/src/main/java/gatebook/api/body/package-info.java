/** Bodies of answers, sent whole. */
@NullMarked
package gatebook.api.body;

import org.jspecify.annotations.NullMarked;
