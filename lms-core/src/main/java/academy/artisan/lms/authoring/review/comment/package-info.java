/** What reviewers and authors say to each other about parts of a course, until it is settled. */
@NullMarked
package academy.artisan.lms.authoring.review.comment;

import org.jspecify.annotations.NullMarked;
