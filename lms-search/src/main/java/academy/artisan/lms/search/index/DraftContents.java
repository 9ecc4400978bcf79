package academy.artisan.lms.search.index;

import java.util.Collection;
import java.util.List;

import academy.artisan.lms.authoring.DraftedCourse;
import academy.artisan.lms.authoring.DraftedCourses;
import academy.artisan.lms.course.CourseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The courses as their authors have written them so far, for their groups alone. */
@Component
public class DraftContents implements Contents {

    public static final String NAME = "drafts";

    private final DraftedCourses drafts;
    private final ReadingTime time;

    DraftContents(DraftedCourses drafts, ReadingTime time) {
        this.drafts = drafts;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mappings() {
        return CourseContents.NAME;
    }

    @Override
    public long count() {
        return drafts.count();
    }

    @Override
    public List<Entry> after(@Nullable CourseId after) {
        var version = time.now();
        return entries(version, drafts.after(after, pageSize()));
    }

    @Override
    public List<Entry> of(Collection<CourseId> courses) {
        var version = time.now();
        return Entry.each(entries(version, drafts.find(courses)), courses, version);
    }

    private static List<Entry> entries(long version, List<DraftedCourse> drafts) {
        return drafts.stream()
                .map(draft -> Entry.of(draft.courseId(), version, CourseDocument.of(draft)))
                .toList();
    }
}
