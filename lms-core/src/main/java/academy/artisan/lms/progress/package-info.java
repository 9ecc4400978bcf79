/** How far each learner has come: in flight in Redis, settled in PostgreSQL. */
@ApplicationModule(
        allowedDependencies = {"audit", "course", "enrolment", "identity", "jobs", "organization", "support"})
@NullMarked
package academy.artisan.lms.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
