/** What is asked of who watches: by the course, by the employer, by the platform. */
@NullMarked
package academy.artisan.lms.progress.policy;

import org.jspecify.annotations.NullMarked;
