/** Tests of captions through the API. */
@NullMarked
package academy.artisan.lms.media.captions;

import org.jspecify.annotations.NullMarked;
