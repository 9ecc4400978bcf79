package academy.artisan.lms.authoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** All drafts that are not deleted, for what is derived from them; who may see which is for whoever asks. */
@Service
public class DraftedCourses {

    private static final String SELECT = """
            select d.course_id, d.revision, d.group_id, d.content, d.saved_at, g.name, g.field
            from authoring.draft d join authoring.teaching_group g using (group_id)
            where d.deleted_at is null
            """;

    private final JdbcClient jdbc;

    DraftedCourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long count() {
        return jdbc.sql("select count(*) from authoring.draft where deleted_at is null")
                .query(Long.class)
                .single();
    }

    /** In order of id, after the given one. */
    public List<DraftedCourse> after(@Nullable CourseId courseId, int limit) {
        return jdbc.sql(SELECT + """
                  and d.course_id > :after order by d.course_id limit :limit
                """)
                .param("after", courseId == null ? Ids.BEFORE_ALL : courseId.value())
                .param("limit", limit)
                .query((row, ignored) -> drafted(row))
                .list();
    }

    /** Those of these that there are, in one query. */
    public List<DraftedCourse> find(Collection<CourseId> courses) {
        return jdbc.sql(SELECT + " and d.course_id = any(:courses)")
                .param("courses", courses.stream().map(CourseId::value).toArray(UUID[]::new))
                .query((row, ignored) -> drafted(row))
                .list();
    }

    private static DraftedCourse drafted(ResultSet row) throws SQLException {
        return new DraftedCourse(
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getInt("revision"),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("name"),
                row.getString("field"),
                CourseContent.of(row.getString("content")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
