package academy.artisan.lms.search.judged;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JudgedQueryTests {

    private static final List<JudgedCourse> COURSES = VocationalCourses.all();

    private final List<JudgedQuery> queries = JudgedQuery.all();

    @Test
    void everyQueryHasACourseThatIsJustWhatWasMeant() {
        assertThat(queries.stream().filter(query -> COURSES.stream().noneMatch(course -> query.grade(course) == 3)))
                .extracting(JudgedQuery::typed)
                .isEmpty();
    }

    @Test
    void noQueryIsMetByMostCourses() {
        assertThat(queries.stream().filter(query -> met(query) > COURSES.size() / 5))
                .extracting(JudgedQuery::typed)
                .isEmpty();
    }

    @Test
    void noneIsThereTwice() {
        assertThat(queries)
                .hasSizeGreaterThanOrEqualTo(200)
                .extracting(JudgedQuery::typed)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void bothHalvesHaveEnoughOfEachClass(QueryClass queryClass) {
        var halves = queries.stream()
                .filter(query -> query.queryClass() == queryClass)
                .collect(Collectors.partitioningBy(JudgedQuery::isHeldApart, Collectors.counting()));

        assertThat(halves.values()).allMatch(count -> count >= 10);
    }

    @ParameterizedTest
    @CsvSource({
        "PINYIN, han jie _an quan, hanjie anquan",
        "INITIALS, han jie ji qi ren, hjjqr",
        "INITIALS, PLC bian cheng, plcbc",
        "FULL_WIDTH, PLC 编程, ＰＬＣ\u3000编程",
        "TYPOS, 焊结, 焊结"
    })
    void theTypedFormFollowsFromTheClass(QueryClass queryClass, String written, String typed) {
        assertThat(queryClass.typed(written)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        // The very subject, and a kind of it
        "'焊接', 焊接, 安全, , 3",
        "'焊接', 氩弧焊, 安全, , 3",
        "'焊接,安全', 氩弧焊, 安全, , 3",
        "'焊接,安全', 氩弧焊, 工艺, , 2",
        // A course on a welding robot has something to say about welding
        "'焊接', 焊接机器人, 安全, , 2",
        "'焊接,安全', 焊接机器人, 安全, , 1",
        "'焊接,安全', 焊接机器人, 编程, , 0",
        // Another kind of welding, and welding in general, are near
        "'氩弧焊', 埋弧焊, 工艺, , 1",
        "'氩弧焊', 焊接, 工艺, , 1",
        "'氩弧焊', 苏绣, 技法, , 0",
        "'电工,中级', 低压电工, 安全, , 2",
        "'#S7-1200', PLC, 编程, S7-1200, 3",
        "'#S7-1200', PLC, 编程, S7-1500, 2",
        "'#S7-1200', PLC, 编程, FX5U, 1",
        "'#S7-1200', 变频器, 编程, G120, 0",
        "'PLC,编程,#S7-1200', PLC, 操作, S7-1200, 2",
        "'#FANUC', 数控加工, 工艺, FANUC 0i-MF, 3"
    })
    void gradesFollowFromTheFacts(String intent, String subject, String aspect, String model, int grade) {
        var facts = new Facts(Subjects.named(subject), aspect, "初级", model, 0);

        assertThat(Intent.of(intent).grade(facts)).isEqualTo(grade);
    }

    @Test
    void aWordThatIsNoFactIsRefused() {
        assertThatThrownBy(() -> Intent.of("焊结")).hasMessage("焊结");
    }

    private static long met(JudgedQuery query) {
        return COURSES.stream().filter(course -> query.grade(course) > 0).count();
    }
}
