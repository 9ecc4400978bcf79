/** Which courses to take next, and why: from what is required, what was taken, and what colleagues take. */
@NullMarked
package academy.artisan.lms.search.recommend;

import org.jspecify.annotations.NullMarked;
