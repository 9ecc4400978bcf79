/** Tests of reviews, and what they share. */
@NullMarked
package academy.artisan.lms.authoring.review;

import org.jspecify.annotations.NullMarked;
