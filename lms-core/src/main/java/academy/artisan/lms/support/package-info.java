/** What every feature may use: ids, paging, problems, JSON in columns, time. Small and closed. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package academy.artisan.lms.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
