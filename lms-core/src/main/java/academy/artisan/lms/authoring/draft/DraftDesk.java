package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.CourseDesk;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotAllowed;
import org.springframework.stereotype.Component;

/** Answers by the draft of a course, which is there before and after any publication; a retired group counts too. */
@Component
class DraftDesk implements CourseDesk {

    private final CourseDrafts drafts;
    private final DraftAccess access;
    private final TeachingGroups groups;

    DraftDesk(CourseDrafts drafts, DraftAccess access, TeachingGroups groups) {
        this.drafts = drafts;
        this.access = access;
        this.groups = groups;
    }

    @Override
    public GroupId requireMember(Caller caller, CourseId courseId) {
        return access.ofMember(caller, drafts.get(courseId)).groupId();
    }

    @Override
    public GroupId requirePublisher(Caller caller, CourseId courseId) {
        var groupId = requireMember(caller, courseId);
        if (!groups.mayWrite(caller, groupId)) {
            throw new NotAllowed("Only authors of this group may do this");
        }
        return groupId;
    }

    @Override
    public boolean isPublisher(Caller caller, CourseId courseId) {
        return groups.mayWrite(caller, requireMember(caller, courseId));
    }
}
