/** The register as a REST resource, for other programs. */
@NullMarked
package gatebook.api.parking;

import org.jspecify.annotations.NullMarked;
