/** Brings files into the book and writes the book out to files. */
@NullMarked
package gatebook.files;

import org.jspecify.annotations.NullMarked;
