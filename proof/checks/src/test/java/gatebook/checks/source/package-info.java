/** The tree of sources as the checks see it: files, their comments, code and syntax, and what was found in them. */
@NullMarked
package gatebook.checks.source;

import org.jspecify.annotations.NullMarked;
