/** One site under simulation: desks with the shipped store and engine, the line between, and the cloud. */
@NullMarked
package gatebook.sim.site;

import org.jspecify.annotations.NullMarked;
