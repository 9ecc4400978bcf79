/** Playlists with signed segment addresses, and what other features ask about videos. */
@NullMarked
package academy.artisan.lms.media.playback;

import org.jspecify.annotations.NullMarked;
