/** How lessons are opened, and playbacks renewed, interrupted and revoked. */
@NullMarked
package academy.artisan.lms.progress.playback;

import org.jspecify.annotations.NullMarked;
