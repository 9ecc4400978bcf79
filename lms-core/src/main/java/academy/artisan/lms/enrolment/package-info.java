/** Who learns which course version, and who may open which lesson. */
@ApplicationModule(allowedDependencies = {"course", "identity", "jobs", "support"})
@NullMarked
package academy.artisan.lms.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
