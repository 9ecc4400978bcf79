/** What proves a playback, so that a heartbeat need not ask PostgreSQL. */
@NullMarked
package academy.artisan.lms.progress.token;

import org.jspecify.annotations.NullMarked;
