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
    private final CourseViewers viewers;
    private final CourseLearners learners;

    VersionAccess(Catalog catalog, CourseViewers viewers, CourseLearners learners) {
        this.catalog = catalog;
        this.viewers = viewers;
        this.learners = learners;
    }

    /**
     * Ends unless the caller may see the course: it is open to the caller, and not withdrawn for who only learns, or
     * the caller takes it.
     *
     * @throws NotFound otherwise
     */
    void requireSight(Caller caller, CourseId courseId) {
        var isOpen = catalog.listing(courseId, viewers.of(caller))
                .filter(listing -> !listing.isWithdrawn() || worksWithCourses(caller))
                .isPresent();
        if (!isOpen && !learners.takes(caller.personId(), courseId)) {
            throw new NotFound("course", courseId);
        }
    }

    /**
     * Ends unless the caller may read all that learners read: members of teaching groups, administrators and HR, if the
     * course is open to them, and who takes the course.
     */
    void requireContent(Caller caller, CourseId courseId) {
        requireSight(caller, courseId);
        if (!worksWithCourses(caller) && !learners.takes(caller.personId(), courseId)) {
            throw new NotAllowed("The content is for those who take the course");
        }
    }

    private static boolean worksWithCourses(Caller caller) {
        return caller.isAdmin()
                || caller.hasAnywhere(Role.LEAD)
                || caller.hasAnywhere(Role.AUTHOR)
                || caller.hasAnywhere(Role.REVIEWER)
                || caller.hasAnywhere(Role.HR);
    }
}
