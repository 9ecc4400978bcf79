/** What of uploads cannot be seen from outside. */
@NullMarked
package academy.artisan.lms.media.storage;

import org.jspecify.annotations.NullMarked;
