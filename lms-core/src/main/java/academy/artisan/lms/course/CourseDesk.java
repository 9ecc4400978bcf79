package academy.artisan.lms.course;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;

/** Which group makes a course, published or not, and who of it may do what; authoring answers. */
public interface CourseDesk {

    /**
     * The group of the course, if the caller is a member of it or administrator.
     *
     * @throws NotFound otherwise, and if there is no such course
     */
    GroupId requireMember(Caller caller, CourseId courseId);

    /**
     * The group of the course, if the caller publishes for it: its authors and leads, and administrators.
     *
     * @throws NotFound to who is no member, and if there is no such course
     * @throws NotAllowed to who is a member, but does not publish
     */
    GroupId requirePublisher(Caller caller, CourseId courseId);

    /**
     * Whether the caller publishes for the course.
     *
     * @throws NotFound to who is no member of its group, and if there is no such course
     */
    boolean isPublisher(Caller caller, CourseId courseId);
}
