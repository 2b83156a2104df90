/** Writing a vehicle out and settling its fee. */
@NullMarked
package gatebook.app.exit;

import org.jspecify.annotations.NullMarked;
