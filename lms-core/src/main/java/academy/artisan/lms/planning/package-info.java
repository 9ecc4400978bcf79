/** The year of a teaching group: what it has set out to do, how far it is, and what came of it. */
@ApplicationModule(allowedDependencies = {"audit", "authoring", "course", "identity", "support"})
@NullMarked
package academy.artisan.lms.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
