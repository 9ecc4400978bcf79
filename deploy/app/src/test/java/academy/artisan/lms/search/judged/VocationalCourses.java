package academy.artisan.lms.search.judged;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The courses of an academy with eight fields: made by rule, the same ones each time. */
public final class VocationalCourses {

    private static final int COPIES = 2;
    private static final int COURSES_OF_A_MODEL = 5;

    private VocationalCourses() {}

    public static List<JudgedCourse> all() {
        var titles = new CourseTitles();
        var courses = new ArrayList<JudgedCourse>();
        Subjects.all().stream().flatMap(VocationalCourses::taught).forEach(facts -> courses.add(course(facts, titles)));
        return List.copyOf(courses);
    }

    private static JudgedCourse course(Facts facts, CourseTitles titles) {
        var random = new SplittableRandom(facts.seed());
        return new JudgedCourse(new CourseWriting(facts, titles.next(facts, random), random).version(), facts);
    }

    private static Stream<Facts> taught(Subject subject) {
        return Stream.of(inGeneral(subject), withAnother(subject), byModel(subject))
                .flatMap(facts -> facts);
    }

    private static Stream<Facts> inGeneral(Subject subject) {
        return subject.sort().aspects().stream()
                .flatMap(aspect -> IntStream.range(0, COPIES).mapToObj(copy -> facts(subject, aspect, null, copy)));
    }

    /** A subject together with each that it touches; {@link CourseTitles} names both. */
    private static Stream<Facts> withAnother(Subject subject) {
        return IntStream.range(0, subject.touches().size())
                .mapToObj(number -> facts(subject, "案例", null, CourseTitles.FIRST_OF_TWO + number))
                .filter(facts -> subject.sort().aspects().contains(facts.aspect()));
    }

    private static Stream<Facts> byModel(Subject subject) {
        var aspects = subject.sort().aspects();
        return subject.models().stream()
                .flatMap(model -> IntStream.range(0, COURSES_OF_A_MODEL)
                        .mapToObj(copy -> facts(subject, aspects.get((copy + 1) % aspects.size()), model, copy)));
    }

    private static Facts facts(Subject subject, String aspect, @Nullable String model, int copy) {
        return new Facts(subject, aspect, level(aspect, copy), model, copy);
    }

    /** Beginners come first, and each level has its turn. */
    private static String level(String aspect, int copy) {
        var levels = switch (aspect) {
            case "基础", "安全", "规范" -> List.of("初级", "初级", "中级");
            case "故障诊断", "缺陷", "设计", "管理", "鉴赏" -> List.of("高级", "中级", "高级");
            default -> List.of("初级", "中级", "高级");
        };
        return levels.get(copy % levels.size());
    }
}
