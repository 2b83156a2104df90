/** What the window says, in the languages of those who read it. */
@NullMarked
package gatebook.app.words;

import org.jspecify.annotations.NullMarked;
