package academy.artisan.lms.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.history.PlaybackHistory;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.settling.CoveredSeconds;
import academy.artisan.lms.progress.settling.Settled;
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
    private final PlaybackHistory history;
    private final CoveredSeconds coveredSeconds;
    private final ProgressProperties properties;

    Progress(
            InFlight inFlight,
            Settled settled,
            PlaybackHistory history,
            CoveredSeconds coveredSeconds,
            ProgressProperties properties) {
        this.inFlight = inFlight;
        this.settled = settled;
        this.history = history;
        this.coveredSeconds = coveredSeconds;
        this.properties = properties;
    }

    /** Every lesson of the enrolled version, in order; one SQL statement and one Redis round trip. */
    public List<LessonStanding> standings(Enrolment enrolment, CourseVersion course) {
        return standings(enrolment.learner(), Map.of(enrolment.enrolmentId(), course))
                .getOrDefault(enrolment.enrolmentId(), List.of());
    }

    /**
     * The same for several enrolments of one learner, each in its course; one SQL statement and one Redis round trip
     * for all of them.
     */
    public Map<EnrolmentId, List<LessonStanding>> standings(PersonId learner, Map<EnrolmentId, CourseVersion> courses) {
        var known = settled.lessons(courses.keySet()).stream()
                .collect(Collectors.toMap(
                        lesson -> new DirtyLesson(learner, lesson.enrolmentId(), lesson.lessonId()),
                        Function.identity()));
        var held = held(courses.entrySet().stream()
                .flatMap(taken -> taken.getValue()
                        .lessons()
                        .map(lesson -> new DirtyLesson(learner, taken.getKey(), lesson.creditedAs())))
                .distinct()
                .toList());
        var standings = new HashMap<EnrolmentId, List<LessonStanding>>();
        courses.forEach((enrolment, course) -> standings.put(
                enrolment,
                course.lessons()
                        .map(lesson -> {
                            var name = new DirtyLesson(learner, enrolment, lesson.creditedAs());
                            return standing(lesson, known.get(name), held.get(name));
                        })
                        .toList()));
        return standings;
    }

    /** Where learners were last in these enrolments, newest first; who opened nothing is missing. One SQL statement. */
    public List<LastPlace> lastPlaces(Collection<EnrolmentId> enrolments, int limit) {
        return history.lastPlaces(enrolments, limit);
    }

    /**
     * Where a learner was last.
     *
     * @param lessonId where progress in the lesson is kept
     */
    public record LastPlace(EnrolmentId enrolmentId, LessonId lessonId, Instant at) {}

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

    /** The newest openings of every lesson of this enrolment, in order of time; four statements. */
    public List<PlaybackRecord> newestPlaybacks(EnrolmentId enrolment, int ofEachLesson) {
        return history.newest(enrolment, ofEachLesson);
    }

    /** Openings of lessons of this enrolment from before that one, newest first; four statements. */
    public List<PlaybackRecord> playbacksBefore(EnrolmentId enrolment, @Nullable PlaybackId playback, int limit) {
        return history.before(enrolment, playback, limit);
    }

    /** What proves the coverage of each lesson, by where progress in it is kept; one statement. */
    public Map<LessonId, LessonProof> proofs(EnrolmentId enrolment) {
        return history.proofs(enrolment);
    }

    /** How many seconds of a lesson complete it. */
    public int secondsToComplete(int durationSeconds) {
        return properties.secondsToComplete(durationSeconds);
    }

    private Map<DirtyLesson, InFlight.Standing> held(List<DirtyLesson> lessons) {
        if (lessons.isEmpty()) {
            return Map.of();
        }
        try {
            return inFlight.overview(lessons);
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
    public static int resumeAt(int position, int durationSeconds) {
        return position >= durationSeconds - 1 ? 0 : position;
    }
}
