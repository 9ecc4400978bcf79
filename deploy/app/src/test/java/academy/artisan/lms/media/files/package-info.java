/** Documents and pictures from announcement to removal, on the real servers. */
@NullMarked
package academy.artisan.lms.media.files;

import org.jspecify.annotations.NullMarked;
