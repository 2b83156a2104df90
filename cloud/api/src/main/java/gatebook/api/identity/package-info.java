/** Which desk is speaking, how it came to be one, and how often it may ask. */
@NullMarked
package gatebook.api.identity;

import org.jspecify.annotations.NullMarked;
