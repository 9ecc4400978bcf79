package academy.artisan.lms.course;

import java.util.List;
import java.util.UUID;

import academy.artisan.lms.support.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files and videos that published versions show, old versions too: somebody may be in the middle of one. */
@Repository
class PublishedMedia implements MediaUse {

    private final JdbcClient jdbc;

    PublishedMedia(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Showing> of(Id media) {
        return jdbc.sql("""
                        select distinct on (version.course_id) version.course_id, version.group_id,
                            version.content::jsonb ->> 'title' as title, open.course_id is not null as is_open
                        from course.version left join course.open_course open
                            on open.course_id = version.course_id and open.withdrawn_at is null
                                and 'everyone' = any(open.audience)
                        where course.media_of(version.content) @> array[:media::uuid]
                        order by version.course_id, version.version desc limit :limit
                        """)
                .param("media", media.value())
                .param("limit", MOST)
                .query((row, ignored) -> new Showing(
                        new CourseId(row.getObject("course_id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("title"),
                        row.getBoolean("is_open")))
                .list();
    }
}
