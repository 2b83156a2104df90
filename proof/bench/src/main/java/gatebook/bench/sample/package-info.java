/** The entries that are measured with: the same ones in every run. */
@NullMarked
package gatebook.bench.sample;

import org.jspecify.annotations.NullMarked;
