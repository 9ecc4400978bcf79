package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Component;

/** Who may read and who may change a draft. */
@Component
public class DraftAccess {

    private final TeachingGroups groups;

    DraftAccess(TeachingGroups groups) {
        this.groups = groups;
    }

    /**
     * The draft, if the caller is a member of its group, or reviews and it was submitted.
     *
     * @throws NotFound otherwise
     */
    public CourseDraft readable(Caller caller, CourseDraft draft) {
        var wasSubmitted = draft.state() == DraftState.IN_REVIEW || draft.approvedDigest() != null;
        if (!groups.mayRead(caller, draft.groupId()) && !(wasSubmitted && groups.mayReview(caller))) {
            throw new NotFound("course", draft.courseId());
        }
        return draft;
    }

    /**
     * The draft, if the caller writes for its group.
     *
     * @throws NotFound to who may not even read it
     * @throws NotAllowed to who only reads it
     */
    public CourseDraft writable(Caller caller, CourseDraft draft) {
        if (!groups.mayRead(caller, draft.groupId())) {
            throw new NotFound("course", draft.courseId());
        }
        groups.requireAuthor(caller, draft.groupId());
        return draft;
    }
}
