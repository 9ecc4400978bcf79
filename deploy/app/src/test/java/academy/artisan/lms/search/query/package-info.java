/** Tests of what is found, and how well. */
@NullMarked
package academy.artisan.lms.search.query;

import org.jspecify.annotations.NullMarked;
