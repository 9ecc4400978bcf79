/** The published language: immutable course versions and the catalogue as learners see it. */
@ApplicationModule(allowedDependencies = {"audit", "identity", "organization", "support"})
@NullMarked
package academy.artisan.lms.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
