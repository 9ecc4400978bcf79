package academy.artisan.lms.compliance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import academy.artisan.lms.completion.Advance;
import academy.artisan.lms.completion.Advances;
import academy.artisan.lms.completion.CourseCompleted;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.enrolment.Enrolled;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.LearnersMoved;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.MemberJoined;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.progress.ProgressSettled;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Keeps HR's report up to date: each piece of news makes it read again how the people concerned stand. */
@Component
class ReportUpkeep {

    private record StandingRequirement(CourseId courseId, LocalDate dueOn) {}

    private final Advances advances;
    private final Catalog catalog;
    private final Units units;
    private final StaffNames names;
    private final TrainingRows rows;
    private final JdbcClient jdbc;

    ReportUpkeep(
            Advances advances, Catalog catalog, Units units, StaffNames names, TrainingRows rows, JdbcClient jdbc) {
        this.advances = advances;
        this.catalog = catalog;
        this.units = units;
        this.names = names;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener(id = "compliance.note-enrolment")
    void note(Enrolled news) {
        advance(List.of(news.enrolmentId()));
    }

    @ApplicationModuleListener(id = "compliance.note-progress")
    void note(ProgressSettled news) {
        advance(news.enrolmentIds());
    }

    /** Percent may go down: what was seen of lessons that are replaced counts no more. */
    @ApplicationModuleListener(id = "compliance.note-move")
    void note(LearnersMoved news) {
        advance(news.enrolmentIds());
    }

    @ApplicationModuleListener(id = "compliance.note-completion")
    void note(CourseCompleted news) {
        advance(List.of(news.enrolmentId()));
    }

    /** A new member is shown with all courses taken before, and owes what is required of everybody there. */
    @ApplicationModuleListener(id = "compliance.note-member")
    void note(MemberJoined news) {
        for (var staff : names.of(units.memberships(List.of(news.personId())).values())) {
            rows.move(staff);
            rows.advance(advances.ofLearner(news.personId()).stream()
                    .map(advance -> new TrainingRows.Line(staff, advance))
                    .toList());
            for (var requirement : requiredOfEverybodyAt(staff.member().unitPath())) {
                var course = catalog.latest(requirement.courseId()).orElseThrow();
                rows.require(List.of(staff), course, requirement.dueOn());
            }
        }
    }

    private void advance(Collection<EnrolmentId> enrolments) {
        var changed = advances.of(enrolments);
        var members = units.memberships(changed.stream()
                .map(advance -> advance.enrolment().learner())
                .distinct()
                .toList());
        Map<PersonId, List<Advance>> byLearner = changed.stream()
                .collect(Collectors.groupingBy(advance -> advance.enrolment().learner()));
        rows.advance(names.of(members.values()).stream()
                .flatMap(staff -> byLearner.getOrDefault(staff.member().personId(), List.of()).stream()
                        .map(advance -> new TrainingRows.Line(staff, advance)))
                .toList());
    }

    private List<StandingRequirement> requiredOfEverybodyAt(String unitPath) {
        return jdbc.sql("""
                        select distinct on (course_id) course_id, due_on from compliance.required_training
                        where for_everybody and (unit_path = :path or starts_with(:path, unit_path || '.'))
                        order by course_id, required_training_id desc
                        """)
                .param("path", unitPath)
                .query((row, ignored) -> new StandingRequirement(
                        new CourseId(row.getObject("course_id", UUID.class)), row.getObject("due_on", LocalDate.class)))
                .list();
    }
}
