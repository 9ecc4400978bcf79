/** What was uploaded, and what was made of it: content, and the runs that made renditions. */
@NullMarked
package academy.artisan.lms.media.content;

import org.jspecify.annotations.NullMarked;
