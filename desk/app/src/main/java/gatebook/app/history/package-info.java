/** What happened: to one entry, and with each sync; and taking a sync back. */
@NullMarked
package gatebook.app.history;

import org.jspecify.annotations.NullMarked;
