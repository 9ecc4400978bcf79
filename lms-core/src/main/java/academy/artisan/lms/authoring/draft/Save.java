package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.authoring.outline.Difference;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/** What is saved as the next revision of a draft: the content, what is different in it, by whom and why. */
public record Save(
        CourseContent content,
        Difference difference,
        PersonId editor,
        @Nullable String message) {}
