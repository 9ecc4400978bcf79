/** Telling people what has happened that concerns them. */
@ApplicationModule(allowedDependencies = {"identity", "support"})
@NullMarked
package academy.artisan.lms.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
