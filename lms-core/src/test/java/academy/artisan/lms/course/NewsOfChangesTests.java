package academy.artisan.lms.course;

import java.util.function.Supplier;
import java.util.stream.Stream;

import academy.artisan.lms.authoring.DraftChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class NewsOfChangesTests {

    private static final CourseId COURSE = CourseId.next();
    private static final VideoId VIDEO = VideoId.next();

    static Stream<Supplier<Record>> news() {
        return Stream.of(
                () -> CourseShared.of(COURSE),
                () -> CourseWithdrawn.of(COURSE),
                () -> CourseRestored.of(COURSE),
                () -> DraftChanged.of(COURSE),
                () -> CaptionsChanged.of(VIDEO, "zh"));
    }

    @ParameterizedTest
    @MethodSource("news")
    void whatHappensTwiceIsToldByTwoThatDiffer(Supplier<Record> news) {
        assertThat(news.get()).isNotEqualTo(news.get());
    }

    @Test
    void whatAnEarlierReleaseToldIsUnderstood() {
        assertThat(JsonMapper.shared().readValue("{\"courseId\":\"%s\"}".formatted(COURSE), CourseShared.class))
                .isEqualTo(new CourseShared(COURSE, null));
    }
}
