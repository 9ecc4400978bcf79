/** Tests of recommendations. */
@NullMarked
package academy.artisan.lms.search.recommend;

import org.jspecify.annotations.NullMarked;
