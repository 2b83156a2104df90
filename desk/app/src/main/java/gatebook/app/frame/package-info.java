/** The frame around every screen: the sidebar, the box that finds, the keys, what is told at the edge. */
@NullMarked
package gatebook.app.frame;

import org.jspecify.annotations.NullMarked;
