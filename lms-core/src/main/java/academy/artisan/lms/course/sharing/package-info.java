/** Who may open a course: everyone, or certain units with all below them. */
@NullMarked
package academy.artisan.lms.course.sharing;

import org.jspecify.annotations.NullMarked;
