package academy.artisan.lms.authoring.draft;

import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deleting drafts, and bringing them back: nothing is lost. */
@Service
class Deletion {

    private final DraftAccess access;
    private final CourseDrafts drafts;
    private final Catalog catalog;
    private final AuditTrail audit;

    Deletion(DraftAccess access, CourseDrafts drafts, Catalog catalog, AuditTrail audit) {
        this.access = access;
        this.drafts = drafts;
        this.catalog = catalog;
        this.audit = audit;
    }

    /**
     * Deletes a draft; again is no change.
     *
     * @throws CourseStillPublished if learners see the course
     * @throws CourseStillInReview if a review is open
     */
    @Transactional
    void delete(Caller caller, CourseId courseId) {
        var draft = access.writable(caller, drafts.lockAlsoDeleted(courseId));
        if (catalog.find(courseId).isPresent()) {
            throw new CourseStillPublished();
        }
        if (draft.state() == DraftState.IN_REVIEW) {
            throw new CourseStillInReview();
        }
        if (drafts.setDeleted(courseId, true)) {
            audit.record(caller.personId(), "course-deleted", DraftSubject.of(draft), Map.of("title", title(draft)));
        }
    }

    /** Brings a deleted draft back as it was; again is no change. */
    @Transactional
    CourseDraft restore(Caller caller, CourseId courseId) {
        var draft = access.writable(caller, drafts.lockAlsoDeleted(courseId));
        if (drafts.setDeleted(courseId, false)) {
            audit.record(caller.personId(), "course-undeleted", DraftSubject.of(draft), Map.of("title", title(draft)));
        }
        return draft;
    }

    private static String title(CourseDraft draft) {
        return draft.content().title();
    }
}
