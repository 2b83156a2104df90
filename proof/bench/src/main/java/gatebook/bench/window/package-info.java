/** Windows in processes of their own: the desk's, and an empty one beside it. */
@NullMarked
package gatebook.bench.window;

import org.jspecify.annotations.NullMarked;
