/** Demonstration data: units, accounts and courses, made over the platform's own doors when it is told to. */
@ApplicationModule(allowedDependencies = {"authoring", "course", "identity", "organization", "support"})
@NullMarked
package academy.artisan.lms.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
