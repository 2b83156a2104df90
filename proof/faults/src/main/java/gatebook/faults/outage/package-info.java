/** Real desks that send while parts of a real cloud are killed: its server, its PostgreSQL, or a session of that. */
@NullMarked
package gatebook.faults.outage;

import org.jspecify.annotations.NullMarked;
