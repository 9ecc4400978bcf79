/** Another pair of eyes: reviews of drafts, bound to the content that was seen. */
@NullMarked
package academy.artisan.lms.authoring.review;

import org.jspecify.annotations.NullMarked;
