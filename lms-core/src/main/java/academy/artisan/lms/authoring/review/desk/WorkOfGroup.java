package academy.artisan.lms.authoring.review.desk;

import java.util.LinkedHashMap;

import academy.artisan.lms.authoring.GroupWork;
import academy.artisan.lms.authoring.draft.DraftLists;
import academy.artisan.lms.authoring.draft.DraftState;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.support.Page;
import org.springframework.stereotype.Component;

/** Counts the courses of a group and gathers its open reviews. */
@Component
class WorkOfGroup implements GroupWork {

    private final DraftLists drafts;
    private final ReviewLists reviews;

    WorkOfGroup(DraftLists drafts, ReviewLists reviews) {
        this.drafts = drafts;
        this.reviews = reviews;
    }

    @Override
    public OnDesk of(GroupId groupId) {
        var counted = drafts.countByState(groupId);
        var byState = new LinkedHashMap<String, Integer>();
        for (var state : DraftState.values()) {
            byState.put(state.name(), counted.getOrDefault(state, 0));
        }
        var open = reviews.of(groupId, Review.State.OPEN, null, Page.MAX_LIMIT).stream()
                .map(WorkOfGroup::openReview)
                .toList();
        return new OnDesk(byState, open);
    }

    private static OpenReview openReview(ReviewLine line) {
        return new OpenReview(
                line.reviewId().toString(),
                line.courseId(),
                line.title(),
                line.kind(),
                line.stale(),
                line.waitingSince(),
                line.openComments());
    }
}
