package academy.artisan.lms.authoring.review;

import java.time.Instant;
import java.util.List;

import academy.artisan.lms.authoring.ReviewStage;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A look at a draft by other pairs of eyes, stage after stage, bound to the content that was seen.
 *
 * @param digest SHA-256 (hex) of the content that was submitted last
 * @param revision of the draft that was submitted last
 * @param round how often it was submitted
 * @param stages who decides, one after the other
 * @param stage whose turn it is, counted from 1
 * @param waitingSince when it became the turn of that stage
 * @param remindAfterDays after how long those are reminded for whom it waits
 */
public record Review(
        ReviewId reviewId,
        CourseId courseId,
        GroupId groupId,
        State state,
        String digest,
        int revision,
        int round,
        List<ReviewStage> stages,
        int stage,
        PersonId submittedBy,
        Instant submittedAt,
        Instant waitingSince,
        int remindAfterDays) {

    /** Whether it goes on: sent back, it does so when it is submitted again. */
    public enum State {
        OPEN,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    @JsonIgnore
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Who decides now. */
    public ReviewStage kind() {
        return stages.get(stage - 1);
    }

    Review in(State newState) {
        return with(newState, stage, waitingSince);
    }

    Review at(int newStage, Instant since) {
        return with(state, newStage, since);
    }

    /** Its next round: the draft as it was submitted again. */
    Review again(CourseDraft draft, int newStage, PersonId person, Instant now) {
        return new Review(
                reviewId,
                courseId,
                groupId,
                State.OPEN,
                draft.digest(),
                draft.revision(),
                round + 1,
                stages,
                newStage,
                person,
                now,
                now,
                remindAfterDays);
    }

    private Review with(State newState, int newStage, Instant since) {
        return new Review(
                reviewId,
                courseId,
                groupId,
                newState,
                digest,
                revision,
                round,
                stages,
                newStage,
                submittedBy,
                submittedAt,
                since,
                remindAfterDays);
    }
}
