package academy.artisan.lms.search.passage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import academy.artisan.lms.course.CaptionLibrary.Spoken;
import academy.artisan.lms.course.CaptionLibrary.Track;
import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.course.VideoId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PassageDocumentTests {

    private static final VideoId FIRST = VideoId.next();
    private static final VideoId SECOND = VideoId.next();

    private static Lesson video(VideoId id) {
        var lesson = LessonId.next();
        return new Lesson.Video(lesson, "录像", true, lesson, id, 60);
    }

    private static Lesson article(String text) {
        var lesson = LessonId.next();
        return new Lesson.Article(lesson, "文章", true, lesson, text);
    }

    private static Talk talk(VideoId id, String language, int cues) {
        var spoken = IntStream.range(0, cues)
                .mapToObj(cue ->
                        new Spoken(Duration.ofSeconds(cue * 10L), Duration.ofSeconds(cue * 10L + 1), language + cue))
                .toList();
        return Talk.of(new Track(id, language, spoken));
    }

    private static PassageDocument document(Map<VideoId, List<Talk>> talks, Lesson... lessons) {
        var course = new CourseVersion(
                CourseId.next(),
                1,
                "",
                GroupId.next(),
                "",
                "领域",
                CourseAttributes.of("课程", "", "初级", List.of()),
                List.of(new CourseVersion.Section(SectionId.next(), "章", List.of(lessons))),
                Instant.EPOCH);
        var listing = new Listing(course, false, 1, List.of("everyone"));
        return PassageDocument.of(listing, CoursePassages.of(course, talks));
    }

    @Test
    void lessonsAreInOrderAndOtherLanguagesComeAfterThemAll() {
        var talks = Map.of(
                FIRST,
                List.of(talk(FIRST, "en", 1), talk(FIRST, "zh-Hans", 2)),
                SECOND,
                List.of(talk(SECOND, "en", 1)));
        var document = document(talks, video(FIRST), article("写的"), video(SECOND), video(VideoId.next()));
        assertThat(document.passages())
                .extracting(Passage::text)
                .containsExactly("zh-Hans0", "zh-Hans1", "写的", "en0", "en0");
        assertThat(document.passages()).extracting(Passage::position).containsExactly(0, 1, 2, 3, 4);
        assertThat(document.passages()).extracting(Passage::startSeconds).containsExactly(0, 10, null, 0, 0);
        assertThat(document.leftOut()).isZero();
        assertThat(document.audience()).containsExactly("everyone");
    }

    @Test
    void whatIsTooMuchIsLeftOutFromTheEndAndCounted() {
        var many = PassageDocument.MOST_PASSAGES - 10;
        var talks = Map.of(
                FIRST,
                List.of(talk(FIRST, "en", many), talk(FIRST, "zh", many)),
                SECOND,
                List.of(talk(SECOND, "zh", 5)));
        var document = document(talks, video(FIRST), video(SECOND));
        assertThat(document.passages()).hasSize(PassageDocument.MOST_PASSAGES);
        assertThat(document.leftOut()).isEqualTo(2 * many + 5 - PassageDocument.MOST_PASSAGES);
        assertThat(document.passages().stream().filter(passage -> "en".equals(passage.language())))
                .hasSize(5);
    }
}
