/** The one way a record is written: the record, its queue row and its audit row together. */
@NullMarked
package gatebook.store.record;

import org.jspecify.annotations.NullMarked;
