package academy.artisan.lms.authoring.review.desk;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.LessonPreviews;
import academy.artisan.lms.authoring.draft.LessonPreviews.LessonPreview;
import academy.artisan.lms.authoring.draft.Revisions;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.ReviewId;
import academy.artisan.lms.authoring.review.Reviewing;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a review is about, as it was submitted, whatever becomes of the draft; who decided on it keeps reading it. */
@RestController
@RequestMapping("/api/v1/reviews/{reviewId}")
class SubmittedContent {

    /** @param digest SHA-256 (hex) of the content: what is decided on */
    record Submitted(ReviewId reviewId, int round, int revision, String digest, CourseContent content) {}

    private final Reviewing reviewing;
    private final TeachingGroups groups;
    private final Revisions revisions;
    private final LessonPreviews previews;

    SubmittedContent(Reviewing reviewing, TeachingGroups groups, Revisions revisions, LessonPreviews previews) {
        this.reviewing = reviewing;
        this.groups = groups;
        this.revisions = revisions;
        this.previews = previews;
    }

    @GetMapping("/content")
    Submitted content(Caller caller, @PathVariable ReviewId reviewId) {
        var review = readable(caller, reviewId);
        return new Submitted(reviewId, review.round(), review.revision(), review.digest(), content(review));
    }

    @GetMapping("/lessons/{lessonId}/preview")
    LessonPreview preview(Caller caller, @PathVariable ReviewId reviewId, @PathVariable LessonId lessonId) {
        return previews.of(content(readable(caller, reviewId)), lessonId, caller.personId());
    }

    private Review readable(Caller caller, ReviewId reviewId) {
        var review = reviewing.read(caller, reviewId);
        if (!review.isOpen() && !groups.mayRead(caller, review.groupId()) && !hasDecided(caller, review)) {
            throw new NotFound("review", reviewId);
        }
        return review;
    }

    private boolean hasDecided(Caller caller, Review review) {
        return reviewing.decisions(review.reviewId()).all().stream()
                .anyMatch(decision -> decision.personId().equals(caller.personId()));
    }

    private CourseContent content(Review review) {
        return revisions.requireContentAt(review.courseId(), review.revision());
    }
}
