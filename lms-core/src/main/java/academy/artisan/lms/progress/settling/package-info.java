/** How progress gets from Redis into PostgreSQL, where it is durable. */
@NullMarked
package academy.artisan.lms.progress.settling;

import org.jspecify.annotations.NullMarked;
