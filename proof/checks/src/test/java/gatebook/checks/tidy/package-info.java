/** What can be held by reading one source file at a time: names, sizes, comments, nulls, catches, SQL. */
@NullMarked
package gatebook.checks.tidy;

import org.jspecify.annotations.NullMarked;
