/** What a person chooses of this desk, and what keeps it well: the site, backups, the old file, a look at its health. */
@NullMarked
package gatebook.app.settings;

import org.jspecify.annotations.NullMarked;
