/** What goes out to the cloud and what comes back, each step one transaction of the book. */
@NullMarked
package gatebook.store.exchange;

import org.jspecify.annotations.NullMarked;
