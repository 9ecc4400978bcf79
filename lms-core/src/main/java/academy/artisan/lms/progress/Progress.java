package academy.artisan.lms.progress;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.EnrolmentId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** How far learners are: to the second for themselves, as it is settled for everybody else. */
@Service
public class Progress {

    private static final Logger log = LoggerFactory.getLogger(Progress.class);

    private final InFlight inFlight;
    private final Settled settled;
    private final PlaybackRecords records;
    private final CoveredSeconds coveredSeconds;
    private final ProgressProperties properties;

    Progress(
            InFlight inFlight,
            Settled settled,
            PlaybackRecords records,
            CoveredSeconds coveredSeconds,
            ProgressProperties properties) {
        this.inFlight = inFlight;
        this.settled = settled;
        this.records = records;
        this.coveredSeconds = coveredSeconds;
        this.properties = properties;
    }

    /** Every lesson of the enrolled version, in order; one SQL statement and one Redis round trip. */
    public List<LessonStanding> standings(Enrolment enrolment, CourseVersion course) {
        var known = settled.lessons(List.of(enrolment.enrolmentId())).stream()
                .collect(Collectors.toMap(LessonProgress::lessonId, Function.identity()));
        var lessons = course.lessons().toList();
        var held = held(enrolment, lessons.stream().map(Lesson::creditedAs).toList());
        return lessons.stream()
                .map(lesson -> standing(lesson, known.get(lesson.creditedAs()), held.get(lesson.creditedAs())))
                .toList();
    }

    /** Every lesson of the course as it is settled; needs no store. */
    public List<LessonStanding> standings(EnrolmentId enrolment, CourseVersion course, List<LessonProgress> settled) {
        var known = settled.stream()
                .filter(lesson -> lesson.enrolmentId().equals(enrolment))
                .collect(Collectors.toMap(LessonProgress::lessonId, Function.identity()));
        return course.lessons()
                .map(lesson -> standing(lesson, known.get(lesson.creditedAs()), null))
                .toList();
    }

    /** What is durable of these enrolments; one SQL statement. */
    public List<LessonProgress> settled(Collection<EnrolmentId> enrolments) {
        return settled.lessons(enrolments);
    }

    /**
     * How many seconds are settled of the lessons of the version that each enrolment is in; who covered nothing is
     * missing. One SQL statement.
     *
     * @param versions of one course, those that the enrolments are in
     */
    public Map<EnrolmentId, Covered> covered(Map<EnrolmentId, Integer> enrolments, Collection<CourseVersion> versions) {
        return coveredSeconds.of(enrolments, versions);
    }

    /**
     * Seconds of an enrolment that are settled.
     *
     * @param required those of required lessons
     */
    public record Covered(int all, int required) {}

    /** Every opening of a lesson of this enrolment, in order. */
    public List<PlaybackRecord> playbacks(EnrolmentId enrolment) {
        return records.playbacks(enrolment);
    }

    /** How many seconds of a lesson complete it. */
    public int secondsToComplete(int durationSeconds) {
        return properties.secondsToComplete(durationSeconds);
    }

    private Map<LessonId, InFlight.Standing> held(Enrolment enrolment, List<LessonId> lessons) {
        try {
            return inFlight.overview(enrolment.learner(), enrolment.enrolmentId(), lessons);
        } catch (ProgressUnavailable unavailable) {
            log.warn("Progress is shown as it is settled: {}", String.valueOf(unavailable.getCause()));
            return Map.of();
        }
    }

    private LessonStanding standing(Lesson lesson, @Nullable LessonProgress known, InFlight.@Nullable Standing held) {
        var covered = Math.max(known == null ? 0 : known.coverage().seconds(), held == null ? 0 : held.covered());
        var position = held != null ? held.position() : known == null ? 0 : known.positionSeconds();
        var watched =
                Math.max(known == null ? 0 : (int) (known.watchedMillis() / 1000), held == null ? 0 : held.watched());
        return new LessonStanding(
                lesson.id(),
                lesson.isRequired(),
                covered,
                watched,
                lesson.durationSeconds(),
                resumeAt(position, lesson.durationSeconds()),
                covered >= secondsToComplete(lesson.durationSeconds()));
    }

    /** Who came to the end begins at the beginning. */
    static int resumeAt(int position, int durationSeconds) {
        return position >= durationSeconds - 1 ? 0 : position;
    }
}
