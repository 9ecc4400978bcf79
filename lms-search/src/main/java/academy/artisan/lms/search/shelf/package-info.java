/** The courses in the few columns that lists and recommendations are made of, in PostgreSQL. */
@NullMarked
package academy.artisan.lms.search.shelf;

import org.jspecify.annotations.NullMarked;
