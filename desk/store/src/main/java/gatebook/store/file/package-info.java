/** The register's place on the disk: opening it, what may be wrong with it, who else uses it, putting a backup back. */
@NullMarked
package gatebook.store.file;

import org.jspecify.annotations.NullMarked;
