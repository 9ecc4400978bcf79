/** What video costs: to process, to open, to play. */
@NullMarked
package academy.artisan.lms.bench.video;

import org.jspecify.annotations.NullMarked;
