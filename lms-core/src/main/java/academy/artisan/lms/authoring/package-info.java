/** Teaching groups write, review and publish courses: what is published is what was approved. */
@ApplicationModule(allowedDependencies = {"audit", "course", "identity", "jobs", "notification", "support"})
@NullMarked
package academy.artisan.lms.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
