/** What HR of an employer sees and requires: completions, exports, required trainings. */
@ApplicationModule(
        allowedDependencies = {"completion", "course", "enrolment", "identity", "organization", "progress", "support"})
@NullMarked
package academy.artisan.lms.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
