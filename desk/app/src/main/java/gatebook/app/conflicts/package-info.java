/** What a person has to decide: where two desks disagree, and what the cloud refused. */
@NullMarked
package gatebook.app.conflicts;

import org.jspecify.annotations.NullMarked;
