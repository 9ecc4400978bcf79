package academy.artisan.lms.search.passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.VideoId;

/**
 * The passages of a course, lesson by lesson: first what its lessons say in the language of the course, then what they
 * say in others, so that no translation takes the place of a whole lesson where there is too much.
 */
final class CoursePassages {

    private final CourseVersion course;
    private final Map<VideoId, List<Talk>> talks;
    private final List<Passage> passages = new ArrayList<>();

    private CoursePassages(CourseVersion course, Map<VideoId, List<Talk>> talks) {
        this.course = course;
        this.talks = talks;
    }

    /** @param talks of the videos that have captions */
    static List<Passage> of(CourseVersion course, Map<VideoId, List<Talk>> talks) {
        var collected = new CoursePassages(course, talks);
        collected.collect();
        return collected.passages;
    }

    private void collect() {
        var lessons = course.lessons().toList();
        var said = lessons.stream().map(this::talksOf).toList();
        var rounds = said.stream().mapToInt(List::size).max().orElse(0);
        for (var round = 0; round < rounds; round++) {
            for (var lesson = 0; lesson < said.size(); lesson++) {
                if (round < said.get(lesson).size()) {
                    add(lessons.get(lesson), said.get(lesson).get(round));
                }
            }
        }
    }

    private List<Talk> talksOf(Lesson lesson) {
        var language = course.attributes().language();
        return switch (lesson) {
            case Lesson.Video video ->
                talks.getOrDefault(video.videoId(), List.of()).stream()
                        .sorted(Comparator.comparing(talk -> !talk.isIn(language)))
                        .toList();
            case Lesson.Article article -> List.of(new Talk(language, ArticleCutting.cut(article.text())));
            case Lesson.Document ignored -> List.of();
        };
    }

    private void add(Lesson lesson, Talk talk) {
        var kind = lesson instanceof Lesson.Video ? PassageKind.VIDEO : PassageKind.ARTICLE;
        for (var stretch : talk.stretches()) {
            passages.add(new Passage(
                    lesson.id(),
                    lesson.title(),
                    kind,
                    talk.language(),
                    passages.size(),
                    stretch.cueStarts().isEmpty() ? null : stretch.cueStarts().getFirst(),
                    stretch.text(),
                    stretch.cueOffsets(),
                    stretch.cueStarts()));
        }
    }
}
