package academy.artisan.lms.authoring.draft;

import java.util.Optional;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Component;

/** Who may read and who may change a draft. */
@Component
public class DraftAccess {

    private final TeachingGroups groups;
    private final SubmittedDrafts submitted;

    DraftAccess(TeachingGroups groups, SubmittedDrafts submitted) {
        this.groups = groups;
        this.submitted = submitted;
    }

    /**
     * The draft, if the caller is a member of its group; as it was submitted, if the caller is not, but reviews, and it
     * waits for a decision.
     *
     * @throws NotFound otherwise
     */
    public CourseDraft readable(Caller caller, CourseDraft draft) {
        if (groups.mayRead(caller, draft.groupId())) {
            return draft;
        }
        return Optional.of(draft)
                .filter(wanted -> groups.mayReview(caller))
                .flatMap(submitted::of)
                .orElseThrow(() -> new NotFound("course", draft.courseId()));
    }

    /**
     * The draft, if the caller is a member of its group.
     *
     * @throws NotFound otherwise
     */
    CourseDraft ofMember(Caller caller, CourseDraft draft) {
        if (!groups.mayRead(caller, draft.groupId())) {
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
        ofMember(caller, draft);
        groups.requireAuthor(caller, draft.groupId());
        return draft;
    }
}
