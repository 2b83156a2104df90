/** The day at a glance. */
@NullMarked
package gatebook.app.home;

import org.jspecify.annotations.NullMarked;
