/** From an approved draft to a version that learners see. */
@NullMarked
package academy.artisan.lms.authoring.publication;

import org.jspecify.annotations.NullMarked;
