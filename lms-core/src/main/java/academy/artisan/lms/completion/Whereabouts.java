package academy.artisan.lms.completion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.LessonStanding;
import academy.artisan.lms.progress.Progress;
import academy.artisan.lms.progress.Progress.LastPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a learner was last in each course. Withdrawn courses go on; an ended enrolment gives way to the one that took
 * its place, even if nothing was opened in that yet.
 */
@Component
class Whereabouts {

    /**
     * A lesson that a learner was last in.
     *
     * @param percent of the course
     * @param next the first lesson after it that is not completed, if this one is
     */
    record Place(
            Enrolment enrolment,
            CourseVersion course,
            int percent,
            Lesson lesson,
            LessonStanding standing,
            Instant at,
            @Nullable Lesson next) {}

    private final Enrolments enrolments;
    private final TakenCourses courses;
    private final Progress progress;

    Whereabouts(Enrolments enrolments, TakenCourses courses, Progress progress) {
        this.enrolments = enrolments;
        this.courses = courses;
        this.progress = progress;
    }

    /** Newest first, one for each course; four SQL statements and one Redis round trip. */
    List<Place> of(PersonId learner, int limit) {
        var taken = enrolments.of(learner).stream()
                .collect(
                        Collectors.toMap(Enrolment::enrolmentId, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        var last = last(taken, limit);
        var versions = courses.of(last.stream().map(Last::enrolment).toList());
        var standings = progress.standings(learner, versions);
        return last.stream()
                .map(one -> place(
                        one,
                        Objects.requireNonNull(versions.get(one.enrolment().enrolmentId())),
                        standings.getOrDefault(one.enrolment().enrolmentId(), List.of())))
                .toList();
    }

    /** @param lesson where progress in the lesson is kept; null before any was opened */
    private record Last(Enrolment enrolment, @Nullable LessonId lesson, Instant at) {}

    private List<Last> last(Map<EnrolmentId, Enrolment> taken, int limit) {
        var places = progress.lastPlaces(taken.keySet(), limit).stream()
                .collect(Collectors.toMap(LastPlace::enrolmentId, Function.identity()));
        var last = new ArrayList<Last>();
        for (var enrolment : taken.values()) {
            var place = places.get(enrolment.enrolmentId());
            if (place != null) {
                last.add(new Last(enrolment, place.lessonId(), place.at()));
            } else if (enrolment.generation() > 1) {
                last.add(new Last(enrolment, null, enrolment.enrolledAt()));
            }
        }
        last.sort(Comparator.comparing(Last::at).reversed());
        return last.subList(0, Math.min(limit, last.size()));
    }

    /** A lesson that the version does not show any more gives way to the first that is to be done. */
    private static Place place(Last last, CourseVersion course, List<LessonStanding> standings) {
        var lessons = course.lessons().toList();
        var index = 0;
        while (index < lessons.size() && !lessons.get(index).creditedAs().equals(last.lesson())) {
            index++;
        }
        if (index == lessons.size()) {
            index = Math.max(0, firstToDo(standings, 0));
        }
        var next = standings.get(index).completed() ? firstToDo(standings, index) : -1;
        return new Place(
                last.enrolment(),
                course,
                Advances.percent(standings, last.enrolment().completedAt() != null),
                lessons.get(index),
                standings.get(index),
                last.at(),
                next < 0 ? null : lessons.get(next));
    }

    /** From there on and then from the beginning; -1 if all is done. */
    private static int firstToDo(List<LessonStanding> standings, int from) {
        for (var i = 0; i < standings.size(); i++) {
            var index = (from + i) % standings.size();
            if (!standings.get(index).completed()) {
                return index;
            }
        }
        return -1;
    }
}
