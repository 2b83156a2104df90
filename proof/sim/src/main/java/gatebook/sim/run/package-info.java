/** Runs seeds, repeats one, shrinks what fails. */
@NullMarked
package gatebook.sim.run;

import org.jspecify.annotations.NullMarked;
