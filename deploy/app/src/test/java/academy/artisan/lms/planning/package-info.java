/** Tests of the plans of groups. */
@NullMarked
package academy.artisan.lms.planning;

import org.jspecify.annotations.NullMarked;
