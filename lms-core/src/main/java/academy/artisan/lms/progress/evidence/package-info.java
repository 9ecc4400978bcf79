/** Compares progress with what proves it, and lets go of evidence that was kept long enough. */
@NullMarked
package academy.artisan.lms.progress.evidence;

import org.jspecify.annotations.NullMarked;
