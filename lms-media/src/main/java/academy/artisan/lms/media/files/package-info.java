/** Documents and pictures: put straight into the object store, looked at, and read from there by signed addresses. */
@NullMarked
package academy.artisan.lms.media.files;

import org.jspecify.annotations.NullMarked;
