package academy.artisan.lms.authoring.publication;

import academy.artisan.lms.course.LearnersInProgress;
import org.jspecify.annotations.Nullable;

/** How an author wants a course to be published. */
record Wish(LearnersInProgress learnersInProgress, @Nullable String note) {}
