package academy.artisan.lms.progress.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.Catalog.VersionNumber;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.inflight.DaysInFlight;
import academy.artisan.lms.progress.settling.LearningDays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a learner was credited day by day: the seconds of a day to the second at once, what they were for as it is
 * settled.
 */
@Component
class LearningHistory {

    /**
     * A day on which something was credited.
     *
     * @param lessons what it was for; a stretch that goes over midnight is shared out by time
     */
    record Day(LocalDate day, int creditedSeconds, List<LessonOfDay> lessons) {}

    /**
     * A lesson on a day.
     *
     * @param lessonId in the version that the learner takes; nothing if that does not show it any more
     */
    record LessonOfDay(
            EnrolmentId enrolmentId,
            CourseId courseId,
            String courseTitle,
            @Nullable LessonId lessonId,
            @Nullable String lessonTitle,
            int creditedSeconds) {}

    private final LearningDays days;
    private final DaysInFlight inFlight;
    private final CreditedByDay credited;
    private final Enrolments enrolments;
    private final Catalog catalog;
    private final ZoneId zone;

    LearningHistory(
            LearningDays days,
            DaysInFlight inFlight,
            CreditedByDay credited,
            Enrolments enrolments,
            Catalog catalog,
            @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone) {
        this.days = days;
        this.inFlight = inFlight;
        this.credited = credited;
        this.enrolments = enrolments;
        this.catalog = catalog;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /**
     * The days from the first to the last on which something was credited; four SQL statements, one Redis round trip.
     */
    List<Day> of(PersonId learner, LocalDate first, LocalDate last) {
        var seconds = new TreeMap<>(days.since(learner, first));
        inFlight.of(learner).forEach((day, count) -> seconds.merge(day, count, Math::max));
        var lines = credited.of(learner, first, last, zone);
        var lessons = named(lines);
        return seconds.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(first) && !day.getKey().isAfter(last) && day.getValue() > 0)
                .map(day -> new Day(day.getKey(), day.getValue(), lessons.getOrDefault(day.getKey(), List.of())))
                .toList();
    }

    private Map<LocalDate, List<LessonOfDay>> named(List<CreditedByDay.Line> lines) {
        var taken =
                enrolments
                        .find(lines.stream().map(CreditedByDay.Line::enrolment).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Enrolment::enrolmentId, Function.identity()));
        var courses = catalog.get(
                taken.values().stream().map(LearningHistory::version).collect(Collectors.toSet()));
        var lessons = new HashMap<LocalDate, List<LessonOfDay>>();
        lines.stream()
                .collect(Collectors.groupingBy(CreditedByDay.Line::day))
                .forEach((day, ofDay) -> lessons.put(
                        day,
                        ofDay.stream()
                                .map(line -> named(
                                        line,
                                        Objects.requireNonNull(courses.get(
                                                version(Objects.requireNonNull(taken.get(line.enrolment())))))))
                                .sorted(Comparator.comparingInt(LessonOfDay::creditedSeconds)
                                        .reversed())
                                .toList()));
        return lessons;
    }

    private static LessonOfDay named(CreditedByDay.Line line, CourseVersion course) {
        var lesson = course.lessons()
                .filter(known -> known.creditedAs().equals(line.lesson()))
                .findFirst();
        return new LessonOfDay(
                line.enrolment(),
                course.courseId(),
                course.title(),
                lesson.map(Lesson::id).orElse(null),
                lesson.map(Lesson::title).orElse(null),
                line.seconds());
    }

    private static VersionNumber version(Enrolment enrolment) {
        return new VersionNumber(enrolment.courseId(), enrolment.version());
    }
}
