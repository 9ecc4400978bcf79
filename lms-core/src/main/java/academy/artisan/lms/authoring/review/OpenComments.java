package academy.artisan.lms.authoring.review;

import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import org.jspecify.annotations.Nullable;

/** Knows the comments that stand in the way of approval. */
public interface OpenComments {

    /**
     * A comment that must be resolved and is not.
     *
     * @param partId the part that it is about; none if it is about the course in general
     * @param title what that part is called
     */
    record OpenComment(
            UUID commentId, @Nullable UUID partId, @Nullable String title, String text) {}

    List<OpenComment> thatMustBeResolved(CourseId courseId);
}
