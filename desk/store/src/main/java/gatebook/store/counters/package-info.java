/** The small file beside the register that remembers how far the desk had come. */
@NullMarked
package gatebook.store.counters;

import org.jspecify.annotations.NullMarked;
