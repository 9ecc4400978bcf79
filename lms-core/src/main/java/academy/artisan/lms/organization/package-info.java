/** The tree of units (academy, points, employers, departments) and who belongs where. */
@ApplicationModule(allowedDependencies = {"identity", "support"})
@NullMarked
package academy.artisan.lms.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
