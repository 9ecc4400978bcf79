package academy.artisan.lms.authoring.review.desk;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.ReviewId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.Page;
import academy.artisan.lms.support.TimeCursor;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A review in full, and lists of them. */
@RestController
class DeskController {

    private final Desk desk;
    private final ReviewLists lists;
    private final TeachingGroups groups;

    DeskController(Desk desk, ReviewLists lists, TeachingGroups groups) {
        this.desk = desk;
        this.lists = lists;
        this.groups = groups;
    }

    @GetMapping("/api/v1/reviews/{reviewId}")
    FullReview read(Caller caller, @PathVariable ReviewId reviewId) {
        return desk.read(caller, reviewId);
    }

    @GetMapping("/api/v1/me/reviews")
    Page<ReviewLine> waiting(
            Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var lines = lists.waitingFor(caller, TimeCursor.decode(after), limit + 1);
        return Page.cut(lines, limit, ReviewLine::whenWaiting);
    }

    @GetMapping("/api/v1/groups/{groupId}/reviews")
    Page<ReviewLine> ofGroup(
            Caller caller,
            @PathVariable GroupId groupId,
            @RequestParam(required = false) Review.@Nullable State state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        groups.get(groupId);
        if (!groups.mayRead(caller, groupId) && !groups.mayReview(caller)) {
            throw new NotAllowed("Only members of this group and reviewers may do this");
        }
        var lines = lists.of(groupId, state, TimeCursor.decode(after), limit + 1);
        return Page.cut(lines, limit, ReviewLine::whenSubmitted);
    }
}
