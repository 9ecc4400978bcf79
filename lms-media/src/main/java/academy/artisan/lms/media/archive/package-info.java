/** Archives of courses that wait in the object store to be downloaded. */
@NullMarked
package academy.artisan.lms.media.archive;

import org.jspecify.annotations.NullMarked;
