package academy.artisan.lms.search.recommend;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.compliance.StaffTaking;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseViewer;
import academy.artisan.lms.organization.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the people of a unit took lately, as it was counted last. */
@Component
class Colleagues {

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Readers see the old counts until all the new ones are there. */
    @Transactional
    public void replace(List<StaffTaking.Count> counts) {
        jdbc.sql("delete from search.taken_in_unit").update();
        jdbc.sql("""
                insert into search.taken_in_unit (unit_path, course_id, people)
                select * from unnest(:paths::text[], :courses::uuid[], :people::int[])
                """)
                .param("paths", counts.stream().map(StaffTaking.Count::unitPath).toArray(String[]::new))
                .param(
                        "courses",
                        NextInField.values(
                                counts.stream().map(StaffTaking.Count::courseId).toList()))
                .param("people", counts.stream().map(StaffTaking.Count::people).toArray(Integer[]::new))
                .update();
    }

    /**
     * Courses that the viewer may open and people of the nearest of these units took; what more of them took comes
     * first.
     *
     * @param units one above the other
     */
    List<Recommendation> took(List<Unit> units, Collection<CourseId> taken, CourseViewer viewer, int limit) {
        Map<String, Unit> byPath = units.stream().collect(Collectors.toMap(Unit::path, Function.identity()));
        return jdbc.sql("""
                        select * from (
                            select distinct on (course_id) course_id, title, unit_path, people
                            from search.taken_in_unit join search.shelved_course using (course_id)
                            where unit_path = any(:paths) and open and audience && :audiences::text[]
                              and course_id <> all(:taken)
                            order by course_id, length(unit_path) desc
                        ) nearest
                        order by length(unit_path) desc, people desc, title, course_id limit :limit
                        """)
                .param("paths", byPath.keySet().toArray(String[]::new))
                .param("taken", NextInField.values(taken))
                .param("audiences", viewer.audiences().toArray(String[]::new))
                .param("limit", limit)
                .query((row, ignored) -> {
                    var unit = Objects.requireNonNull(byPath.get(row.getString("unit_path")));
                    return new Recommendation(
                            new CourseId(row.getObject("course_id", UUID.class)),
                            row.getString("title"),
                            Recommendation.Because.taken(unit.id(), unit.name(), row.getInt("people")));
                })
                .list();
    }
}
