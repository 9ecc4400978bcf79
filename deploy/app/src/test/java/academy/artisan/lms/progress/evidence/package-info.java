/** Tests of what proves progress. */
@NullMarked
package academy.artisan.lms.progress.evidence;

import org.jspecify.annotations.NullMarked;
