/** What was watched when, as learners, authors and auditors see it. */
@NullMarked
package academy.artisan.lms.progress.history;

import org.jspecify.annotations.NullMarked;
