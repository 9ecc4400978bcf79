/** What of transcoding cannot be seen from outside. */
@NullMarked
package academy.artisan.lms.media.transcode;

import org.jspecify.annotations.NullMarked;
