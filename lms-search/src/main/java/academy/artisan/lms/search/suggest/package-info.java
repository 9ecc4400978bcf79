/** Completing what is being typed. */
@NullMarked
package academy.artisan.lms.search.suggest;

import org.jspecify.annotations.NullMarked;
