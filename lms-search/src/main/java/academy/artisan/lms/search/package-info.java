/** Course search: the index, queries and suggestions. */
@ApplicationModule(allowedDependencies = {"course", "enrolment", "identity", "support"})
@NullMarked
package academy.artisan.lms.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
