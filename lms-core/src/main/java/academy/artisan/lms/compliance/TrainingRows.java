package academy.artisan.lms.compliance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import academy.artisan.lms.completion.Advance;
import academy.artisan.lms.completion.Completion;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.enrolment.Enrolment;
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

    /** How far a member of a unit is in a course. */
    record Line(Staff staff, Advance advance) {

        private boolean isOlderThan(Line other) {
            return ORDER_OF_NEWS.compare(advance.enrolment(), other.advance.enrolment()) < 0;
        }

        private String key() {
            return staff.member().personId() + "/" + advance.course().courseId();
        }
    }

    private static final Comparator<Enrolment> ORDER_OF_NEWS =
            Comparator.comparingInt(Enrolment::generation).thenComparingInt(Enrolment::version);

    /**
     * Notes how far members of units are in courses, in one statement. What was seen before is never taken back by late
     * news; but once a learner is in another version, or begins again, that counts, and no older news does any more.
     */
    void advance(Collection<Line> lines) {
        var newest = newest(lines);
        if (newest.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into compliance.training as known
                    (person_id, course_id, unit_id, unit_path, unit_name, person_name, staff_number, course_title,
                     generation, version, covered_seconds, percent, paid_seconds, completed_at, begun_at)
                select * from unnest(:people::uuid[], :courses::uuid[], :units::uuid[], :paths::text[],
                    :unitNames::text[], :names::text[], :numbers::text[], :titles::text[], :generations::int[],
                    :versions::int[], :covered::int[], :percents::int[], :paid::int[], :completedAt::timestamptz[],
                    :begunAt::timestamptz[])
                on conflict (person_id, course_id) do update set
                    course_title = excluded.course_title,
                    generation = excluded.generation,
                    version = excluded.version,
                    begun_at = coalesce(known.begun_at, excluded.begun_at),
                    covered_seconds = case when (known.generation, known.version) < (excluded.generation, excluded.version)
                        then excluded.covered_seconds else greatest(known.covered_seconds, excluded.covered_seconds) end,
                    percent = case when (known.generation, known.version) < (excluded.generation, excluded.version)
                        then excluded.percent else greatest(known.percent, excluded.percent) end,
                    paid_seconds = greatest(known.paid_seconds, excluded.paid_seconds),
                    completed_at = coalesce(known.completed_at, excluded.completed_at)
                where (known.generation, known.version) <= (excluded.generation, excluded.version)
                """)
                .params(staffColumns(newest.stream().map(Line::staff).toList()))
                .params(advanceColumns(newest.stream().map(Line::advance).toList()))
                .update();
    }

    /** A statement writes each row once, and always in the same order. */
    private static List<Line> newest(Collection<Line> lines) {
        var newest = new TreeMap<String, Line>();
        lines.forEach(line -> newest.merge(line.key(), line, (one, other) -> one.isOlderThan(other) ? other : one));
        return List.copyOf(newest.values());
    }

    private static Map<String, Object> advanceColumns(List<Advance> advances) {
        var columns = new HashMap<String, Object>();
        columns.put(
                "courses",
                column(advances, advance -> advance.course().courseId().value(), UUID[]::new));
        columns.put("titles", column(advances, advance -> advance.course().title(), String[]::new));
        columns.put(
                "generations", column(advances, advance -> advance.enrolment().generation(), Integer[]::new));
        columns.put("versions", column(advances, advance -> advance.enrolment().version(), Integer[]::new));
        columns.put("covered", column(advances, Advance::coveredSeconds, Integer[]::new));
        columns.put("percents", column(advances, Advance::percent, Integer[]::new));
        columns.put("paid", column(advances, advance -> paid(advance.completion()), Integer[]::new));
        columns.put("begunAt", column(advances, advance -> begun(advance.enrolment()), String[]::new));
        columns.put("completedAt", column(advances, advance -> time(advance.completion()), String[]::new));
        return columns;
    }

    private static Map<String, Object> staffColumns(List<Staff> staff) {
        var columns = new HashMap<String, Object>();
        columns.put("people", column(staff, one -> one.member().personId().value(), UUID[]::new));
        columns.put("units", column(staff, one -> one.member().unitId().value(), UUID[]::new));
        columns.put("paths", column(staff, one -> one.member().unitPath(), String[]::new));
        columns.put("unitNames", column(staff, Staff::unitName, String[]::new));
        columns.put("names", column(staff, Staff::name, String[]::new));
        columns.put("numbers", column(staff, one -> one.member().staffNumber(), String[]::new));
        return columns;
    }

    private static <T, C extends @Nullable Object> C[] column(
            List<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** Who was let begin again in a new version began long before; when, is known where it was noted then. */
    private static @Nullable String begun(Enrolment enrolment) {
        return enrolment.generation() == 1 ? enrolment.enrolledAt().toString() : null;
    }

    private static int paid(@Nullable Completion completion) {
        return completion == null ? 0 : completion.seconds();
    }

    /** As text, because the driver binds no array of times. */
    private static @Nullable String time(@Nullable Completion completion) {
        return completion == null ? null : completion.completedAt().toString();
    }

    /** Requires a course of all these members, in one statement. */
    void require(List<Staff> staff, CourseVersion course, LocalDate dueOn) {
        require(staff, course, dueOn, false);
    }

    /** Requires a course of those of these members of whom it is not required yet, in one statement. */
    void requireOfNewcomers(List<Staff> staff, CourseVersion course, LocalDate dueOn) {
        require(staff, course, dueOn, true);
    }

    private void require(List<Staff> staff, CourseVersion course, LocalDate dueOn, boolean onlyNewcomers) {
        jdbc.sql("""
                insert into compliance.training as known
                    (person_id, course_id, unit_id, unit_path, unit_name, person_name, staff_number, course_title,
                     covered_seconds, percent, paid_seconds, due_on)
                select person, :course, unit, path, unit_name, name, number, :title, 0, 0, 0, :dueOn
                from unnest(:people::uuid[], :units::uuid[], :paths::text[], :unitNames::text[], :names::text[],
                            :numbers::text[])
                     as staff (person, unit, path, unit_name, name, number)
                on conflict (person_id, course_id) do update set due_on = excluded.due_on
                where known.due_on is null or not :onlyNewcomers
                """)
                .param("course", course.courseId().value())
                .param("title", course.title())
                .param("dueOn", dueOn)
                .param("onlyNewcomers", onlyNewcomers)
                .params(staffColumns(staff))
                .update();
    }

    /** A course and when it has to be completed. */
    record Due(CourseId courseId, String title, LocalDate on) {}

    /** Requires all these courses of one member, in one statement. */
    void owe(Staff staff, List<Due> dues) {
        jdbc.sql("""
                insert into compliance.training
                    (person_id, course_id, unit_id, unit_path, unit_name, person_name, staff_number, course_title,
                     covered_seconds, percent, paid_seconds, due_on)
                select person, course, unit, path, unit_name, name, number, title, 0, 0, 0, due_on
                from unnest(:people::uuid[], :units::uuid[], :paths::text[], :unitNames::text[], :names::text[],
                            :numbers::text[])
                     as staff (person, unit, path, unit_name, name, number),
                     unnest(:courses::uuid[], :titles::text[], :dues::date[]) as required (course, title, due_on)
                order by course
                on conflict (person_id, course_id) do update set due_on = excluded.due_on
                """)
                .params(staffColumns(List.of(staff)))
                .param("courses", column(dues, due -> due.courseId().value(), UUID[]::new))
                .param("titles", column(dues, Due::title, String[]::new))
                .param("dues", column(dues, due -> due.on().toString(), String[]::new))
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
}
