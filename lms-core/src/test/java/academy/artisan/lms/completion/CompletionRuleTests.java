package academy.artisan.lms.completion;

import java.util.List;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.progress.LessonStanding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompletionRuleTests {

    @Test
    void everyLessonMustBeCompleted() {
        assertThat(CompletionRule.isMet(List.of(lesson(40, true), lesson(38, true))))
                .isTrue();
        assertThat(CompletionRule.isMet(List.of(lesson(40, true), lesson(37, false))))
                .isFalse();
    }

    @Test
    void aLessonThatIsNotRequiredIsNotWaitedForAndDoesNotMakeACourse() {
        assertThat(CompletionRule.isMet(List.of(lesson(40, true), extra(0, false))))
                .isTrue();
        assertThat(CompletionRule.isMet(List.of(lesson(37, false), extra(40, true))))
                .isFalse();
        assertThat(CompletionRule.isMet(List.of(extra(40, true)))).isFalse();
        assertThat(Advances.percent(List.of(lesson(20, false), extra(0, false)), false))
                .isEqualTo(50);
    }

    @Test
    void aCourseWithoutLessonsIsNeverCompleted() {
        assertThat(CompletionRule.isMet(List.of())).isFalse();
    }

    @Test
    void percentIsRoundedDownAndOneHundredMeansCompleted() {
        assertThat(Advances.percent(List.of(lesson(39, false), lesson(0, false)), false))
                .isEqualTo(48);
        assertThat(Advances.percent(List.of(lesson(40, true), lesson(40, true)), false))
                .isEqualTo(99);
        assertThat(Advances.percent(List.of(lesson(38, true), lesson(38, true)), true))
                .isEqualTo(100);
        assertThat(Advances.percent(List.of(), false)).isZero();
    }

    private static LessonStanding lesson(int covered, boolean completed) {
        return new LessonStanding(LessonId.next(), true, covered, covered, 40, 0, completed);
    }

    private static LessonStanding extra(int covered, boolean completed) {
        return new LessonStanding(LessonId.next(), false, covered, covered, 40, 0, completed);
    }
}
