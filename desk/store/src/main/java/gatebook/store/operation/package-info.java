/** What a person does at the desk: each operation decides by the rules, then writes once. */
@NullMarked
package gatebook.store.operation;

import org.jspecify.annotations.NullMarked;
