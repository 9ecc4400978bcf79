package academy.artisan.lms.authoring.draft;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.support.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Videos and files of other groups that a course may show because it was copied from a course that shows them. */
@Component
class BorrowedMedia {

    private final JdbcClient jdbc;

    BorrowedMedia(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> of(CourseId courseId) {
        return new HashSet<>(jdbc.sql("select media_id from authoring.borrowed_media where course_id = :course")
                .param("course", courseId.value())
                .query(UUID.class)
                .list());
    }

    void add(CourseId courseId, Collection<? extends Id> media) {
        addAll(courseId, media.stream().map(Id::value).toList());
    }

    void addAll(CourseId courseId, Collection<UUID> media) {
        jdbc.sql("""
                insert into authoring.borrowed_media (course_id, media_id) select :course, media
                from unnest(:media::uuid[]) media on conflict do nothing
                """)
                .param("course", courseId.value())
                .param("media", media.toArray(UUID[]::new))
                .update();
    }
}
