/** Video goes from the author's browser straight to the object store; here it is signed for, checked and completed. */
@NullMarked
package academy.artisan.lms.media.upload;

import org.jspecify.annotations.NullMarked;
