/** Tests of shelfations. */
@NullMarked
package academy.artisan.lms.search.shelf;

import org.jspecify.annotations.NullMarked;
