/** Colours, sizes and the choices a person made of them. */
@NullMarked
package gatebook.app.look;

import org.jspecify.annotations.NullMarked;
