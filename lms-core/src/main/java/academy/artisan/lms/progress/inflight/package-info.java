/** What Redis knows of those who watch at this moment, and the scripts that decide there. */
@NullMarked
package academy.artisan.lms.progress.inflight;

import org.jspecify.annotations.NullMarked;
