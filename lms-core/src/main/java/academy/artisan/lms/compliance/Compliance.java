package academy.artisan.lms.compliance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.Member;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What HR of a unit sees and requires. A day begins where the academy is. */
@Service
class Compliance {

    private final Units units;
    private final RequirableCourses courses;
    private final Trainings trainings;
    private final TrainingRows rows;
    private final StaffNames names;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    Compliance(
            Units units,
            RequirableCourses courses,
            Trainings trainings,
            TrainingRows rows,
            StaffNames names,
            JdbcClient jdbc,
            Clock clock,
            @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone) {
        this.units = units;
        this.courses = courses;
        this.trainings = trainings;
        this.rows = rows;
        this.names = names;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    Page<Training> completions(Caller caller, UnitId unitId, TrainingFilter filter, @Nullable String after, int limit) {
        return trainings.page(units.getForHr(caller, unitId), filter, today(), after, limit);
    }

    /** The same report, line by line; the right to it is checked before the first. */
    void export(Caller caller, UnitId unitId, TrainingFilter filter, Consumer<Training> consumer) {
        trainings.each(units.getForHr(caller, unitId), filter, today(), consumer);
    }

    /** Requires a course of everybody in the unit and below, those who join later too, or only of some people there. */
    @Transactional
    public RequiredTraining require(
            Caller caller, UnitId unitId, CourseId courseId, LocalDate dueOn, Collection<PersonId> onlyThese) {
        var unit = units.getForHr(caller, unitId);
        if (dueOn.isBefore(today())) {
            throw new InvalidFields("dueOn", "FutureOrPresent", "is in the past");
        }
        var members = units.membersBelow(unit, onlyThese);
        requireAllFound(onlyThese, members);
        var course = courses.get(caller, onlyThese.isEmpty() ? Set.of(unitId) : unitsOf(members), courseId);
        rows.require(names.of(members), course, dueOn);
        var training = new RequiredTraining(
                Ids.next(), unitId, courseId, dueOn, onlyThese.isEmpty(), members.size(), clock.instant());
        jdbc.sql("""
                insert into compliance.required_training
                    (required_training_id, unit_id, unit_path, course_id, due_on, for_everybody, people,
                     required_by, required_at)
                values (:id, :unit, :path, :course, :dueOn, :everybody, :people, :by, :at)
                """)
                .param("id", training.requiredTrainingId())
                .param("unit", unitId.value())
                .param("path", unit.path())
                .param("course", courseId.value())
                .param("dueOn", dueOn)
                .param("everybody", training.forEverybody())
                .param("people", training.people())
                .param("by", caller.personId().value())
                .param("at", training.requiredAt().atOffset(ZoneOffset.UTC))
                .update();
        return training;
    }

    private static void requireAllFound(Collection<PersonId> wanted, List<Member> found) {
        Set<PersonId> present = found.stream().map(Member::personId).collect(Collectors.toSet());
        for (var person : wanted) {
            if (!present.contains(person)) {
                throw new InvalidFields("audience.personIds", "Member", "%s is not in this unit".formatted(person));
            }
        }
    }

    private static Set<UnitId> unitsOf(List<Member> members) {
        return members.stream().map(Member::unitId).collect(Collectors.toSet());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
