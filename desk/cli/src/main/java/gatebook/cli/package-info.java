/** The command line of a desk and of the cloud. */
@NullMarked
package gatebook.cli;

import org.jspecify.annotations.NullMarked;
