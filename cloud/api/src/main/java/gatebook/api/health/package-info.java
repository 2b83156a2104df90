/** Whether this process serves, how it fares, and what it offers. */
@NullMarked
package gatebook.api.health;

import org.jspecify.annotations.NullMarked;
