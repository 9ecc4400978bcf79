package academy.artisan.lms.search.passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.VideoId;

/**
 * The passages of a course, lesson by lesson: first what its lessons say in the language of the course, then what they
 * say in others, so that no translation takes the place of a whole lesson where there is too much. What is too much is
 * not kept while the rest is read.
 */
final class CoursePassages {

    /**
     * More than forty hours of speech; Elasticsearch takes at most 10 000 in a document. As each of them is short, this
     * bounds the characters as well.
     */
    static final int MOST = 8_000;

    private final CourseVersion course;
    private final List<Lesson> lessons;

    /** What is said in each lesson, in one language after the other. */
    private final List<List<Talk>> said;

    private int leftOut;

    /** What is written in it; what is said is added. */
    CoursePassages(CourseVersion course) {
        this.course = course;
        this.lessons = course.lessons().toList();
        this.said = lessons.stream().map(this::written).collect(Collectors.toCollection(ArrayList::new));
        leaveOutTooMuch();
    }

    private List<Talk> written(Lesson lesson) {
        return switch (lesson) {
            case Lesson.Article article ->
                List.of(new Talk(course.attributes().language(), ArticleCutting.cut(article.text())));
            case Lesson.Video ignored -> List.of();
            case Lesson.Document ignored -> List.of();
        };
    }

    Stream<VideoId> videos() {
        return lessons.stream()
                .filter(Lesson.Video.class::isInstance)
                .map(lesson -> ((Lesson.Video) lesson).videoId())
                .distinct();
    }

    /** All that is said in a video, whatever the language. */
    void add(VideoId video, List<Talk> talks) {
        var ordered = talks.stream()
                .sorted(Comparator.comparing(
                        talk -> !talk.isIn(course.attributes().language())))
                .toList();
        for (var lesson = 0; lesson < said.size(); lesson++) {
            if (lessons.get(lesson) instanceof Lesson.Video shown
                    && shown.videoId().equals(video)) {
                said.set(lesson, ordered);
            }
        }
        leaveOutTooMuch();
    }

    /** A talk of a lesson. */
    private record Place(int lesson, int round) {}

    /** In the order of their weight. */
    private List<Place> places() {
        var rounds = said.stream().mapToInt(List::size).max().orElse(0);
        var places = new ArrayList<Place>();
        for (var round = 0; round < rounds; round++) {
            for (var lesson = 0; lesson < said.size(); lesson++) {
                if (round < said.get(lesson).size()) {
                    places.add(new Place(lesson, round));
                }
            }
        }
        return places;
    }

    private Talk at(Place place) {
        return said.get(place.lesson()).get(place.round());
    }

    /** What comes behind the most that there may be stays there, whatever else is added. */
    private void leaveOutTooMuch() {
        var room = MOST;
        for (var place : places()) {
            var talk = at(place);
            var size = talk.stretches().size();
            if (size > room) {
                replace(place, talk.first(room));
                leftOut += size - room;
            }
            room -= Math.min(size, room);
        }
    }

    private void replace(Place place, Talk talk) {
        var talks = new ArrayList<>(said.get(place.lesson()));
        talks.set(place.round(), talk);
        said.set(place.lesson(), talks);
    }

    /** How many passages are too many to be found. */
    int leftOut() {
        return leftOut;
    }

    List<Passage> all() {
        var passages = new ArrayList<Passage>();
        places().forEach(place -> add(lessons.get(place.lesson()), at(place), passages));
        return passages;
    }

    private static void add(Lesson lesson, Talk talk, List<Passage> passages) {
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
