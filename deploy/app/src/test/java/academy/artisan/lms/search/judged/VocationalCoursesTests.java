package academy.artisan.lms.search.judged;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseVersion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VocationalCoursesTests {

    @Test
    void thereAreThousandsAndEachHasATitleOfItsOwn() {
        var courses = VocationalCourses.all();

        assertThat(courses).hasSizeGreaterThanOrEqualTo(2400);
        assertThat(courses).extracting(JudgedCourse::title).doesNotHaveDuplicates();
        assertThat(courses)
                .extracting(JudgedCourse::version)
                .extracting(CourseVersion::field)
                .containsOnly("智能制造与装备", "文化创意", "绿色能源", "建筑工程", "交通运输", "信息技术", "现代服务", "现代农业");
    }

    @Test
    void theyAreTheSameEachTime() {
        assertThat(VocationalCourses.all()).isEqualTo(VocationalCourses.all());
    }

    @Test
    void everySubjectIsNamedByTitleOrTag() {
        assertThat(VocationalCourses.all())
                .allSatisfy(course -> assertThat(course.version().tags())
                        .contains(course.facts().subject().name()));
    }

    @Test
    void someSpeakOfWhatTheyAreNotAbout() {
        long aside = VocationalCourses.all().stream()
                .filter(course -> course.version()
                        .lessons()
                        .anyMatch(lesson -> lesson.title().startsWith("相关岗位：")))
                .count();

        assertThat(aside).isBetween(100L, 400L);
    }

    @Test
    void whatASubjectIsAKindOfAndTouchesIsASubject() {
        assertThat(Subjects.all())
                .flatMap(subject -> List.copyOf(subject.kindOf()))
                .allMatch(Subjects::isOne);
        assertThat(Subjects.all())
                .flatMap(subject -> List.copyOf(subject.touches()))
                .allMatch(Subjects::isOne);
        assertThat(Subjects.all())
                .extracting(subject -> subject.sort().aspects())
                .allSatisfy(aspects -> assertThat(aspects).allMatch(Aspect::isOne));
    }

    @Test
    void titlesVaryInForm() {
        Map<String, Long> endings = VocationalCourses.all().stream()
                .map(course -> course.title().substring(course.title().length() - 2))
                .collect(Collectors.groupingBy(ending -> ending, Collectors.counting()));
        Collection<Long> counts = endings.values();

        assertThat(counts).hasSizeGreaterThan(100).allMatch(count -> count < 300);
    }
}
