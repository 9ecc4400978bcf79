package academy.artisan.lms.search.query;

import java.util.List;

import academy.artisan.lms.course.CourseViewers;
import academy.artisan.lms.identity.Caller;
import org.springframework.stereotype.Component;

/** Who may find a course: callers who belong to one of its audiences, which is asked in the query itself. */
@Component
public class Audience {

    private final CourseViewers viewers;

    Audience(CourseViewers viewers) {
        this.viewers = viewers;
    }

    public List<String> of(Caller caller) {
        return List.copyOf(viewers.of(caller).audiences());
    }
}
