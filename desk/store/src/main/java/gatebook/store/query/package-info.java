/** The read side: lists, single entries, totals and what is under way, as people and the cloud's status ask for them. */
@NullMarked
package gatebook.store.query;

import org.jspecify.annotations.NullMarked;
