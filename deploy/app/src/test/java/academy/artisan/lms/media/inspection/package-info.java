/** What files turn out to be, the false and the hostile ones above all. */
@NullMarked
package academy.artisan.lms.media.inspection;

import org.jspecify.annotations.NullMarked;
