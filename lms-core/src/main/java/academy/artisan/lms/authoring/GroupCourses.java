package academy.artisan.lms.authoring;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The courses that a group makes, published or not. */
@Service
public class GroupCourses {

    private final JdbcClient jdbc;

    GroupCourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The titles of those among the given courses that are the group's. */
    public Map<CourseId, String> titles(GroupId groupId, Collection<CourseId> among) {
        return jdbc
                .sql("""
                        select course_id, content ->> 'title' from authoring.draft
                        where group_id = :group and course_id = any(:courses)
                        """)
                .param("group", groupId.value())
                .param("courses", among.stream().map(CourseId::value).toArray(UUID[]::new))
                .query((row, ignored) -> Map.entry(new CourseId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
