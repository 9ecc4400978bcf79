/** The web portal's files and the description of the API, as the application serves them. */
@ApplicationModule(allowedDependencies = {"identity", "support"})
@NullMarked
package academy.artisan.lms.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
