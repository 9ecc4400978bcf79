/** The one-machine stack: starts, as child processes, every server whose address is not configured. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package academy.artisan.lms.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
