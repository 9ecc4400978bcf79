/** Measures what searching costs, from PostgreSQL to the index and from a request to its answer. */
@NullMarked
package academy.artisan.lms.bench.search;

import org.jspecify.annotations.NullMarked;
