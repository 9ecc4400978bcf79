/** Tests of how the index is kept equal to the catalogue. */
@NullMarked
package academy.artisan.lms.search.index;

import org.jspecify.annotations.NullMarked;
