/** Taking a run of synchronizing back: a plan first, then the writing of it, which is a run of its own. */
@NullMarked
package gatebook.store.rollback;

import org.jspecify.annotations.NullMarked;
