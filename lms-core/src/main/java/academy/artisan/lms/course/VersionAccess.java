package academy.artisan.lms.course;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Component;

/** Who may look at what is on record of publications. */
@Component
class VersionAccess {

    private final Catalog catalog;
    private final CourseLearners learners;

    VersionAccess(Catalog catalog, CourseLearners learners) {
        this.catalog = catalog;
        this.learners = learners;
    }

    /**
     * Ends unless the caller may see the course: it is open, or the caller may read its content.
     *
     * @throws NotFound otherwise
     */
    void requireSight(Caller caller, CourseId courseId) {
        var listing = catalog.listing(courseId).orElseThrow(() -> new NotFound("course", courseId));
        if (listing.isWithdrawn() && !mayReadContent(caller, courseId)) {
            throw new NotFound("course", courseId);
        }
    }

    /**
     * Ends unless the caller may read all that learners read: members of teaching groups, administrators, HR, and who
     * takes the course.
     */
    void requireContent(Caller caller, CourseId courseId) {
        requireSight(caller, courseId);
        if (!mayReadContent(caller, courseId)) {
            throw new NotAllowed("The content is for those who take the course");
        }
    }

    private boolean mayReadContent(Caller caller, CourseId courseId) {
        return caller.isAdmin()
                || caller.hasAnywhere(Role.LEAD)
                || caller.hasAnywhere(Role.AUTHOR)
                || caller.hasAnywhere(Role.REVIEWER)
                || caller.hasAnywhere(Role.HR)
                || learners.takes(caller.personId(), courseId);
    }
}
