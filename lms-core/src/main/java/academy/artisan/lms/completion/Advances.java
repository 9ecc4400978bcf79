package academy.artisan.lms.completion;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import academy.artisan.lms.course.Catalog;
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
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

/** How far enrolments are, as it is settled, and which of them are completed thereby. */
@Service
public class Advances implements LastLook {

    private final Enrolments enrolments;
    private final Catalog catalog;
    private final Progress progress;
    private final Completions completions;

    Advances(Enrolments enrolments, Catalog catalog, Progress progress, Completions completions) {
        this.enrolments = enrolments;
        this.catalog = catalog;
        this.progress = progress;
        this.completions = completions;
    }

    /** Three SQL statements for all of them, and one for each course version among them. */
    public List<Advance> of(Collection<EnrolmentId> ids) {
        return of(enrolments.find(ids), ids);
    }

    /** All that a learner takes, newest first. */
    public List<Advance> ofLearner(PersonId learner) {
        var found = enrolments.of(learner);
        return of(found, found.stream().map(Enrolment::enrolmentId).toList());
    }

    private List<Advance> of(List<Enrolment> found, Collection<EnrolmentId> ids) {
        var completed = completions.find(ids);
        var settled = progress.settled(ids).stream().collect(Collectors.groupingBy(LessonProgress::enrolmentId));
        Map<String, CourseVersion> courses = new HashMap<>();
        return found.stream()
                .map(enrolment -> {
                    var course = courses.computeIfAbsent(
                            enrolment.courseId() + "/" + enrolment.version(),
                            ignored -> catalog.get(enrolment.courseId(), enrolment.version()));
                    var completion = completed.get(enrolment.enrolmentId());
                    var standings = progress.standings(
                            enrolment.enrolmentId(), course, settled.getOrDefault(enrolment.enrolmentId(), List.of()));
                    return new Advance(
                            enrolment,
                            course,
                            standings.stream()
                                    .mapToInt(LessonStanding::coveredSeconds)
                                    .sum(),
                            percent(standings, completion != null),
                            CompletionRule.isMet(standings),
                            completion);
                })
                .toList();
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
