/** How the pieces are put into Tomcat and Spring MVC. */
@NullMarked
package gatebook.api.configuration;

import org.jspecify.annotations.NullMarked;
