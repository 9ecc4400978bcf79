/** Measures what a heartbeat costs, from a request to PostgreSQL. */
@NullMarked
package academy.artisan.lms.bench.progress;

import org.jspecify.annotations.NullMarked;
