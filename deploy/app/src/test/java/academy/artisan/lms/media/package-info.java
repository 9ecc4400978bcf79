/** Videos from upload to playback, on the real servers. */
@NullMarked
package academy.artisan.lms.media;

import org.jspecify.annotations.NullMarked;
