package academy.artisan.lms.authoring.review.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.outline.PartKind;
import academy.artisan.lms.authoring.review.ReviewId;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a part of a course, or about the course in general.
 *
 * @param reviewId the review in which it was made; it stands until it is resolved, in later reviews too
 * @param partId the part that it is about; none if it is about the course in general
 * @param title what that part is or was called last
 * @param field the field of the part that it is about
 * @param quote the words that it is about
 * @param mustResolve whether no stage approves before it is resolved
 */
public record Comment(
        CommentId commentId,
        @JsonIgnore CourseId courseId,
        ReviewId reviewId,
        int round,
        @Nullable UUID partId,
        @Nullable PartKind kind,
        @Nullable String title,
        @Nullable String field,
        @Nullable String quote,
        String text,
        boolean mustResolve,
        PersonId personId,
        Instant commentedAt,
        @Nullable PersonId resolvedBy,
        @Nullable Instant resolvedAt,
        List<Answer> answers) {

    /** What somebody says to a comment. */
    public record Answer(UUID answerId, PersonId personId, Instant answeredAt, String text) {}

    @JsonIgnore
    public boolean isOpen() {
        return resolvedAt == null;
    }

    Comment with(List<Answer> all) {
        return new Comment(
                commentId,
                courseId,
                reviewId,
                round,
                partId,
                kind,
                title,
                field,
                quote,
                text,
                mustResolve,
                personId,
                commentedAt,
                resolvedBy,
                resolvedAt,
                all);
    }
}
