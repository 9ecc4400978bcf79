/** Course search: the index, queries and suggestions; what is learnt from them; and recommendations. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "authoring",
            "compliance",
            "course",
            "enrolment",
            "identity",
            "jobs",
            "organization",
            "support"
        })
@NullMarked
package academy.artisan.lms.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
