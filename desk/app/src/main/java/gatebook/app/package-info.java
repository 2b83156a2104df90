/** The window: what an attendant and an owner look at all day. */
@NullMarked
package gatebook.app;

import org.jspecify.annotations.NullMarked;
