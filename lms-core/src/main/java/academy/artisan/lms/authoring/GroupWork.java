package academy.artisan.lms.authoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;

/** What a group has on its desk at this moment. */
public interface GroupWork {

    /**
     * Courses and reviews of a group.
     *
     * @param coursesByState how many courses are in each state (DRAFT, IN_REVIEW, APPROVED, PUBLISHED, WITHDRAWN)
     * @param openReviews those that wait for a decision, what was submitted last first
     */
    record OnDesk(Map<String, Integer> coursesByState, List<OpenReview> openReviews) {}

    /**
     * A review that waits for a decision.
     *
     * @param stage whose turn it is
     * @param stale whether the draft was changed after it was submitted
     */
    record OpenReview(
            String reviewId,
            CourseId courseId,
            String title,
            ReviewStage stage,
            boolean stale,
            Instant waitingSince,
            int openComments) {}

    /** Two statements; whoever calls has checked the right to look. */
    OnDesk of(GroupId groupId);
}
