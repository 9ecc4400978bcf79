package academy.artisan.lms.search.query;

import java.util.List;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.CourseViewers;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.search.query.CourseQuery.Scope;
import org.springframework.stereotype.Component;

/** Who may find a course: callers who belong to one of its audiences, which is asked in the query itself. */
@Component
public class Audience {

    private final CourseViewers viewers;
    private final TeachingGroups groups;

    Audience(CourseViewers viewers, TeachingGroups groups) {
        this.viewers = viewers;
        this.groups = groups;
    }

    /** Of published courses. */
    public List<String> of(Caller caller) {
        return List.copyOf(viewers.of(caller).audiences());
    }

    List<String> of(Caller caller, Scope scope) {
        return scope == Scope.CATALOG
                ? of(caller)
                : groups.readableBy(caller).stream().map(GroupId::toString).toList();
    }
}
