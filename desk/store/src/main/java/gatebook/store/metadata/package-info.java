/** The desk's own settings and marks: who it is, its numbers, its place in the cloud's changes. */
@NullMarked
package gatebook.store.metadata;

import org.jspecify.annotations.NullMarked;
