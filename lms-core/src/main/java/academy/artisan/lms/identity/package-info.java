/** People, how they log in, and the roles that were granted to them. */
@ApplicationModule(allowedDependencies = {"support"})
@NullMarked
package academy.artisan.lms.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
