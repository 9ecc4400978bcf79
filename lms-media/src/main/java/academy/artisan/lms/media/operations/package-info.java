/**
 * What operating the processing of videos takes: what runs, waits, is held or failed; how much room all of it takes.
 */
@NullMarked
package academy.artisan.lms.media.operations;

import org.jspecify.annotations.NullMarked;
