/** The object store behind an S3 interface: put, get, multipart uploads, signed addresses. */
@NullMarked
package academy.artisan.lms.media.storage;

import org.jspecify.annotations.NullMarked;
