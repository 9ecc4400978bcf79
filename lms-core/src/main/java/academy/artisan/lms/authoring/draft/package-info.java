/** Courses as they are written: drafts, their parts, their history, and what they lack before review. */
@NullMarked
package academy.artisan.lms.authoring.draft;

import org.jspecify.annotations.NullMarked;
