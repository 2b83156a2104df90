/** Telling desks at once that their site has news. */
@NullMarked
package gatebook.api.events;

import org.jspecify.annotations.NullMarked;
