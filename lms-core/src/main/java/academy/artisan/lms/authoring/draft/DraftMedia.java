package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.MediaUse;
import academy.artisan.lms.support.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files and videos that drafts show as they are now; deleted ones too, since they can be brought back. */
@Component
class DraftMedia implements MediaUse {

    private final JdbcClient jdbc;

    DraftMedia(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Showing> of(Id media) {
        return jdbc.sql("""
                        select course_id, group_id, title from authoring.draft
                        where authoring.media_of(content) @> array[:media::uuid] order by course_id limit :limit
                        """)
                .param("media", media.value())
                .param("limit", MOST)
                .query((row, ignored) -> new Showing(
                        new CourseId(row.getObject("course_id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("title"),
                        false))
                .list();
    }
}
