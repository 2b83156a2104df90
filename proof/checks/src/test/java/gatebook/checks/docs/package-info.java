/** What can be held about documents: links, tables, commands, decisions, refusal codes. */
@NullMarked
package gatebook.checks.docs;

import org.jspecify.annotations.NullMarked;
