package academy.artisan.lms.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.LearnersInProgress;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.Publishing;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.identity.PersonId;

/** Publishes courses as if they had been written and approved. */
public class Publisher {

    public static final String MANUFACTURING = "智能制造与装备";

    private static final GroupId GROUP = GroupId.next();

    private final Publishing publishing;

    Publisher(Publishing publishing) {
        this.publishing = publishing;
    }

    public CourseVersion publish(String title, String level, String... tags) {
        return publish(CourseId.next(), title, "关于" + title + "的课程", MANUFACTURING, level, tags);
    }

    public CourseVersion publish(
            CourseId courseId, String title, String summary, String field, String level, String... tags) {
        var lessons = Stream.of("安全须知", "实际操作")
                .<LessonContent>map(name -> new LessonContent.OfArticle(LessonId.next(), name, null, name + "的正文"))
                .toList();
        var section = new CourseContent.SectionContent(SectionId.next(), "第一章", lessons);
        var content = CourseContent.of(CourseAttributes.of(title, summary, level, List.of(tags)), List.of(section));
        var approved = new Publishing.Approved(courseId, GROUP, field + "教研组", field, content, Map.of(), List.of());
        var terms = new Publishing.Terms(PersonId.next(), LearnersInProgress.KEEP, null);
        return publishing.publish(approved, terms).version();
    }
}
