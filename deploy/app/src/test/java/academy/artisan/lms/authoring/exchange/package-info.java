/** Courses that travel between two installations, and files that were made to do harm. */
@NullMarked
package academy.artisan.lms.authoring.exchange;

import org.jspecify.annotations.NullMarked;
