/** What the yard's business is made of and judged by; pure, no library. */
@NullMarked
package gatebook.rules;

import org.jspecify.annotations.NullMarked;
