package academy.artisan.lms.progress.history;

import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseDesk;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many learners saw each second of a lesson, as it is settled. What a lesson shows has an id of its own, under
 * which it is credited: versions that show the same count together, and those that show something else do not.
 */
@Component
class LessonHeat {

    /**
     * The heat line of a lesson.
     *
     * @param version the version that shows it
     * @param learners how many saw any of it
     * @param runs in order; nobody saw what is left out
     */
    record HeatLine(LessonId lessonId, int version, int durationSeconds, int learners, List<Run> runs) {}

    /** Seconds from (inclusive) to (exclusive) that as many learners saw; who saw them twice counts once. */
    record Run(int from, int to, int learners) {}

    private final CourseDesk desk;
    private final Catalog catalog;
    private final JdbcClient jdbc;

    LessonHeat(CourseDesk desk, Catalog catalog, JdbcClient jdbc) {
        this.desk = desk;
        this.catalog = catalog;
        this.jdbc = jdbc;
    }

    /**
     * For members of the group that makes the course, and administrators.
     *
     * @param version null for the one that was published last
     * @throws NotFound to everybody else, or if the version has no such lesson
     */
    HeatLine of(Caller caller, CourseId courseId, LessonId lessonId, @Nullable Integer version) {
        desk.requireMember(caller, courseId);
        var course = version == null
                ? catalog.latest(courseId).orElseThrow(() -> new NotFound("course", courseId))
                : catalog.get(courseId, version);
        return line(course, lessonId);
    }

    private HeatLine line(CourseVersion course, LessonId lessonId) {
        var lesson = course.lesson(lessonId).orElseThrow(() -> new NotFound("lesson", lessonId));
        var runs = new ArrayList<Run>();
        var learners = new int[1];
        jdbc.sql("""
                with seen as (
                    select range_agg(coverage) as seconds from progress.lesson_progress
                    where lesson_id = :lesson and not isempty(coverage) group by person_id
                ), edge as (
                    select second, sum(step) as step from (
                        select lower(range) as second, 1 as step from seen, unnest(seconds) as range
                        union all
                        select upper(range), -1 from seen, unnest(seconds) as range
                    ) either group by second having sum(step) <> 0
                ), run as (
                    select second as from_second, lead(second) over (order by second) as to_second,
                           sum(step) over (order by second) as learners
                    from edge
                )
                select from_second, to_second, learners, (select count(*) from seen) as all_learners
                from run where learners > 0 order by from_second
                """).param("lesson", lesson.creditedAs().value()).query(row -> {
            learners[0] = row.getInt("all_learners");
            runs.add(new Run(row.getInt("from_second"), row.getInt("to_second"), row.getInt("learners")));
        });
        return new HeatLine(lessonId, course.version(), lesson.durationSeconds(), learners[0], runs);
    }
}
