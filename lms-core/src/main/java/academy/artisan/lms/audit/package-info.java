/** Who did what to what, kept for good. */
@ApplicationModule(allowedDependencies = {"identity", "support"})
@NullMarked
package academy.artisan.lms.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
