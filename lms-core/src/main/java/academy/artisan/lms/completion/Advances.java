package academy.artisan.lms.completion;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.enrolment.LastLook;
import academy.artisan.lms.enrolment.LearnersMoved;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.LessonProgress;
import academy.artisan.lms.progress.LessonStanding;
import academy.artisan.lms.progress.LessonsCompleted;
import academy.artisan.lms.progress.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

/** How far enrolments are, as it is settled, and which of them are completed thereby. */
@Service
public class Advances implements LastLook {

    private final Enrolments enrolments;
    private final TakenCourses taken;
    private final Progress progress;
    private final Completions completions;

    Advances(Enrolments enrolments, TakenCourses taken, Progress progress, Completions completions) {
        this.enrolments = enrolments;
        this.taken = taken;
        this.progress = progress;
        this.completions = completions;
    }

    /** Four SQL statements for all of them. */
    public List<Advance> of(Collection<EnrolmentId> ids) {
        return of(enrolments.find(ids), ids);
    }

    /** All that a learner takes, newest first. */
    public List<Advance> ofLearner(PersonId learner) {
        var found = enrolments.of(learner);
        return of(found, found.stream().map(Enrolment::enrolmentId).toList());
    }

    /** The same to the second, settled or not: for the learner alone. Four SQL statements and one Redis round trip. */
    List<Advance> exactly(PersonId learner) {
        var found = enrolments.of(learner);
        var completed =
                completions.find(found.stream().map(Enrolment::enrolmentId).toList());
        var courses = taken.of(found);
        var standings = progress.standings(learner, courses);
        return found.stream()
                .map(enrolment -> advance(
                        enrolment,
                        Objects.requireNonNull(courses.get(enrolment.enrolmentId())),
                        standings.getOrDefault(enrolment.enrolmentId(), List.of()),
                        completed.get(enrolment.enrolmentId())))
                .toList();
    }

    private List<Advance> of(List<Enrolment> found, Collection<EnrolmentId> ids) {
        var completed = completions.find(ids);
        var settled = progress.settled(ids).stream().collect(Collectors.groupingBy(LessonProgress::enrolmentId));
        var courses = taken.of(found);
        return found.stream()
                .map(enrolment -> {
                    var id = enrolment.enrolmentId();
                    var course = Objects.requireNonNull(courses.get(id));
                    return advance(
                            enrolment,
                            course,
                            progress.standings(id, course, settled.getOrDefault(id, List.of())),
                            completed.get(id));
                })
                .toList();
    }

    private static Advance advance(
            Enrolment enrolment,
            CourseVersion course,
            List<LessonStanding> standings,
            @Nullable Completion completion) {
        return new Advance(
                enrolment,
                course,
                standings.stream().mapToInt(LessonStanding::coveredSeconds).sum(),
                percent(standings, completion != null),
                CompletionRule.isMet(standings),
                completion);
    }

    @ApplicationModuleListener(id = "completion.judge-progress")
    void judge(LessonsCompleted news) {
        complete(news.enrolmentIds());
    }

    /** What a learner had seen before may be all that the new version asks for. */
    @ApplicationModuleListener(id = "completion.judge-move")
    void judge(LearnersMoved news) {
        complete(news.enrolmentIds());
    }

    @Override
    public void complete(Collection<EnrolmentId> enrolmentIds) {
        of(enrolmentIds).stream()
                .filter(advance -> advance.completion() == null && advance.isEnough())
                .forEach(advance -> completions.record(advance.enrolment(), advance.coveredSeconds()));
    }

    static int percent(List<LessonStanding> lessons, boolean completed) {
        if (completed) {
            return 100;
        }
        var required = lessons.stream().filter(LessonStanding::required).toList();
        return percent(
                required.stream().mapToLong(LessonStanding::coveredSeconds).sum(),
                required.stream().mapToLong(LessonStanding::durationSeconds).sum());
    }

    /** Of who did not complete: rounded down, and never 100. */
    static int percent(long covered, long all) {
        return all == 0 ? 0 : (int) Math.min(99, covered * 100 / all);
    }
}
