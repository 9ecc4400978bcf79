package academy.artisan.lms.search.query;

import java.util.List;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.CourseViewers;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.organization.UnitId;
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

    /**
     * Of courses in this scope.
     *
     * @param units if there are any, only what is shared with one of them is looked at; drafts are shared with none
     */
    Viewpoint viewpoint(Caller caller, Scope scope, List<UnitId> units) {
        if (scope == Scope.DRAFTS) {
            var own = groups.readableBy(caller).stream().map(GroupId::toString).toList();
            return new Viewpoint(units.isEmpty() ? own : List.of(), List.of());
        }
        var viewer = viewers.of(caller);
        return new Viewpoint(
                units.isEmpty() ? List.copyOf(viewer.audiences()) : viewer.among(units),
                viewer.isAdministrator() ? null : viewer.units());
    }
}
