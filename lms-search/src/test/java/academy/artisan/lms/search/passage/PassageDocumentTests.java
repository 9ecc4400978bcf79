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

    private static CourseVersion course(Lesson... lessons) {
        return new CourseVersion(
                CourseId.next(),
                1,
                "",
                GroupId.next(),
                "",
                "领域",
                CourseAttributes.of("课程", "", "初级", List.of()),
                List.of(new CourseVersion.Section(SectionId.next(), "章", List.of(lessons))),
                Instant.EPOCH);
    }

    private static PassageDocument document(Map<VideoId, List<Talk>> talks, Lesson... lessons) {
        var course = course(lessons);
        var listing = new Listing(course, false, 1, List.of("everyone"));
        var passages = new CoursePassages(course);
        talks.forEach(passages::add);
        return PassageDocument.of(listing, passages);
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
        var many = CoursePassages.MOST - 10;
        var talks = Map.of(
                FIRST,
                List.of(talk(FIRST, "en", many), talk(FIRST, "zh", many)),
                SECOND,
                List.of(talk(SECOND, "zh", 5)));
        var document = document(talks, video(FIRST), video(SECOND));
        assertThat(document.passages()).hasSize(CoursePassages.MOST);
        assertThat(document.leftOut()).isEqualTo(2 * many + 5 - CoursePassages.MOST);
        assertThat(document.passages().stream().filter(passage -> "en".equals(passage.language())))
                .hasSize(5);
    }

    @Test
    void whatIsTooMuchIsNotKeptWhileTheRestIsReadInWhateverOrder() {
        var half = CoursePassages.MOST / 2;
        var first = List.of(talk(FIRST, "en", half), talk(FIRST, "ja", half), talk(FIRST, "ru", half));
        var second = List.of(talk(SECOND, "en", half), talk(SECOND, "zh", half - 1));
        var course = course(video(FIRST), video(SECOND));
        var passages = new CoursePassages(course);

        passages.add(FIRST, first);
        assertThat(passages.all()).hasSize(CoursePassages.MOST);
        assertThat(passages.leftOut()).isEqualTo(half);
        passages.add(SECOND, second);

        assertThat(passages.all())
                .extracting(Passage::language)
                .containsOnly("en", "ja", "zh")
                .containsSequence("en", "zh")
                .containsSequence("zh", "ja")
                .hasSize(CoursePassages.MOST);
        assertThat(passages.leftOut()).isEqualTo(3 * half - 1);
        var otherwise = new CoursePassages(course);
        otherwise.add(SECOND, second);
        otherwise.add(FIRST, first);
        assertThat(otherwise.all()).isEqualTo(passages.all());
        assertThat(otherwise.leftOut()).isEqualTo(passages.leftOut());
    }
}
