/** The reviewer's desk: a review in full, what waits for whom, and reminders of what waits for too long. */
@NullMarked
package academy.artisan.lms.authoring.review.desk;

import org.jspecify.annotations.NullMarked;
