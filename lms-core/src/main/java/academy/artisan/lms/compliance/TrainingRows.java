package academy.artisan.lms.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.completion.Advance;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.organization.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows of HR's report: each write says what is known now, whatever was written before. */
@Component
class TrainingRows {

    /** A member with the names that a report shows. */
    record Staff(Member member, String name, String unitName) {}

    private final JdbcClient jdbc;

    TrainingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes how far a member of a unit is in a course; what was seen before is never taken back by late news. */
    void advance(Staff staff, Advance advance) {
        var completion = advance.completion();
        jdbc.sql("""
                insert into compliance.training as known
                    (person_id, course_id, unit_id, unit_path, unit_name, person_name, staff_number, course_title,
                     covered_seconds, percent, paid_seconds, completed_at)
                values (:person, :course, :unit, :path, :unitName, :name, :number, :title,
                        :covered, :percent, :paid, :completedAt)
                on conflict (person_id, course_id) do update set
                    course_title = excluded.course_title,
                    covered_seconds = greatest(known.covered_seconds, excluded.covered_seconds),
                    percent = greatest(known.percent, excluded.percent),
                    paid_seconds = greatest(known.paid_seconds, excluded.paid_seconds),
                    completed_at = coalesce(known.completed_at, excluded.completed_at)
                """)
                .param("person", staff.member().personId().value())
                .param("course", advance.course().courseId().value())
                .param("unit", staff.member().unitId().value())
                .param("path", staff.member().unitPath())
                .param("unitName", staff.unitName())
                .param("name", staff.name())
                .param("number", staff.member().staffNumber())
                .param("title", advance.course().title())
                .param("covered", advance.coveredSeconds())
                .param("percent", advance.percent())
                .param("paid", completion == null ? 0 : completion.seconds())
                .param("completedAt", time(completion == null ? null : completion.completedAt()))
                .update();
    }

    /** Requires a course of all these members, in one statement. */
    void require(List<Staff> staff, CourseVersion course, LocalDate dueOn) {
        jdbc.sql("""
                insert into compliance.training
                    (person_id, course_id, unit_id, unit_path, unit_name, person_name, staff_number, course_title,
                     covered_seconds, percent, paid_seconds, due_on)
                select person, :course, unit, path, unit_name, name, number, :title, 0, 0, 0, :dueOn
                from unnest(:people::uuid[], :units::uuid[], :paths::text[], :unitNames::text[], :names::text[],
                            :numbers::text[])
                     as staff (person, unit, path, unit_name, name, number)
                on conflict (person_id, course_id) do update set due_on = excluded.due_on
                """)
                .param("course", course.courseId().value())
                .param("title", course.title())
                .param("dueOn", dueOn)
                .param(
                        "people",
                        staff.stream()
                                .map(one -> one.member().personId().value())
                                .toArray(UUID[]::new))
                .param(
                        "units",
                        staff.stream().map(one -> one.member().unitId().value()).toArray(UUID[]::new))
                .param(
                        "paths",
                        staff.stream().map(one -> one.member().unitPath()).toArray(String[]::new))
                .param("unitNames", staff.stream().map(Staff::unitName).toArray(String[]::new))
                .param("names", staff.stream().map(Staff::name).toArray(String[]::new))
                .param(
                        "numbers",
                        staff.stream().map(one -> one.member().staffNumber()).toArray(String[]::new))
                .update();
    }

    /** Puts a person's rows where the person belongs now. */
    void move(Staff staff) {
        jdbc.sql("""
                update compliance.training
                set unit_id = :unit, unit_path = :path, unit_name = :unitName, person_name = :name, staff_number = :number
                where person_id = :person
                """)
                .param("unit", staff.member().unitId().value())
                .param("path", staff.member().unitPath())
                .param("unitName", staff.unitName())
                .param("name", staff.name())
                .param("number", staff.member().staffNumber())
                .param("person", staff.member().personId().value())
                .update();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
