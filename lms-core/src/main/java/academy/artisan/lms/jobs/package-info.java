/** Work that is done later or again and again, by whichever node is free. */
@ApplicationModule(allowedDependencies = {"support"})
@NullMarked
package academy.artisan.lms.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
