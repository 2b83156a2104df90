/** Three images of one record, base, local and remote, become one verdict; nothing here reads or writes anything. */
@NullMarked
package gatebook.rules.merge;

import org.jspecify.annotations.NullMarked;
