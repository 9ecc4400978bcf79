/** When a course counts as completed, and the ledger of learning hours. */
@ApplicationModule(allowedDependencies = {"audit", "course", "enrolment", "identity", "progress", "support"})
@NullMarked
package academy.artisan.lms.completion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
