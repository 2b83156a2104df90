/** Measures single steps and whole runs. */
@NullMarked
package gatebook.bench;

import org.jspecify.annotations.NullMarked;
