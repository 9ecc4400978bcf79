package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.audit.Subject;

/** A course as the audit trail names it. */
public final class DraftSubject {

    private DraftSubject() {}

    public static Subject of(CourseDraft draft) {
        return new Subject("course", draft.courseId().value(), draft.groupId().value());
    }
}
