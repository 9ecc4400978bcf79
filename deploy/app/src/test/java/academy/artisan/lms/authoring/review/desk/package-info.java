/** Tests of what happens at the reviewer's desk by itself. */
@NullMarked
package academy.artisan.lms.authoring.review.desk;

import org.jspecify.annotations.NullMarked;
