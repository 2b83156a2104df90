/** The register as the window works with it: off the window's thread, and told of what changes. */
@NullMarked
package gatebook.app.desk;

import org.jspecify.annotations.NullMarked;
