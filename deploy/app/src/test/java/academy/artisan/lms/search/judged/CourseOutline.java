package academy.artisan.lms.search.judged;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import academy.artisan.lms.course.CourseVersion.Section;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.course.VideoId;

/** The sections and lessons of a course; some speak of subjects that the course is not about. */
final class CourseOutline {

    private static final List<String> FIRST = List.of("第一章 认识%s", "模块一 %s概述", "导学：为什么学%s", "项目一 走进%s");
    private static final List<String> LAST = List.of("总结与考核", "拓展与提高", "综合练习", "结业任务");
    private static final List<String> ALWAYS = List.of("劳动保护用品", "安全文明生产", "课后作业", "结业测试", "岗位职责", "工匠精神");
    private static final List<String> ASIDES = List.of("拓展：%s简介", "相关岗位：%s", "参观%s车间");

    private final Facts facts;
    private final String title;
    private final SplittableRandom random;

    CourseOutline(Facts facts, String title, SplittableRandom random) {
        this.facts = facts;
        this.title = title;
        this.random = random;
    }

    /** A subject that comes up by chance. */
    static String stranger(SplittableRandom random) {
        return Chance.oneOf(List.copyOf(Subjects.all()), random).name();
    }

    List<Section> sections() {
        var subject = facts.subject();
        var aspect = Aspect.named(facts.aspect());
        return List.of(
                section(Chance.oneOf(FIRST, random).formatted(subject.name()), subject.terms()),
                section(subject.name() + aspect.words().getFirst(), aspect.lessons()),
                section(Chance.oneOf(LAST, random), last()));
    }

    private List<String> last() {
        var lessons = new ArrayList<String>(List.of(Chance.oneOf(ALWAYS, random)));
        if (facts.model() != null) {
            lessons.add(facts.model() + "实例");
        }
        if (Chance.inPercent(20, random)) {
            lessons.add(Chance.oneOf(ASIDES, random).formatted(stranger(random)));
        }
        return lessons;
    }

    private Section section(String name, List<String> lessons) {
        return new Section(
                new SectionId(CourseWriting.id(title + name)),
                name,
                lessons.stream().<Lesson>map(lesson -> video(name, lesson)).toList());
    }

    private Lesson video(String section, String name) {
        var id = new LessonId(CourseWriting.id(title + section + name));
        return new Lesson.Video(id, name, true, id, new VideoId(id.value()), random.nextInt(300, 2400));
    }
}
