/** The line at the bottom that says how the exchange with the cloud stands. */
@NullMarked
package gatebook.app.status;

import org.jspecify.annotations.NullMarked;
