/** Captions of videos: checked, brought into one form, and handed on to players and to whoever searches in them. */
@NullMarked
package academy.artisan.lms.media.captions;

import org.jspecify.annotations.NullMarked;
