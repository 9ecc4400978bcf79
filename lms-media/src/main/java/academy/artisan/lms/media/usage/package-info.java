/** Which courses show a file or a video, so that it stays. */
@NullMarked
package academy.artisan.lms.media.usage;

import org.jspecify.annotations.NullMarked;
