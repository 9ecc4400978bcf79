/** Running programs of the system on content that nobody trusts. */
@NullMarked
package academy.artisan.lms.media.program;

import org.jspecify.annotations.NullMarked;
