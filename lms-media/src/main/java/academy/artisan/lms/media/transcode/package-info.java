/** A worker makes of every uploaded video a ladder of HLS renditions. */
@NullMarked
package academy.artisan.lms.media.transcode;

import org.jspecify.annotations.NullMarked;
