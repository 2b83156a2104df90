/** Requests to the cloud, each with deadlines of its own and an answer proven to be the cloud's. */
@NullMarked
package gatebook.sync.transport;

import org.jspecify.annotations.NullMarked;
