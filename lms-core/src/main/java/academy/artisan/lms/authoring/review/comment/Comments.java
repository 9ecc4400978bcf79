package academy.artisan.lms.authoring.review.comment;

import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.review.OpenComments;
import academy.artisan.lms.course.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comments on courses in PostgreSQL. */
@Component
class Comments implements OpenComments {

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenComment> thatMustBeResolved(CourseId courseId) {
        return jdbc.sql("""
                        select c.comment_id, c.part_id, c.text, (
                            select p.content ->> 'title' from authoring.part_revision p
                            where p.course_id = c.course_id and p.part_id = c.part_id
                            order by p.revision desc limit 1) as title
                        from authoring.review_comment c
                        where c.course_id = :course and c.resolved_at is null and c.must_resolve
                        order by c.comment_id
                        """)
                .param("course", courseId.value())
                .query((row, ignored) -> new OpenComment(
                        row.getObject("comment_id", UUID.class),
                        row.getObject("part_id", UUID.class),
                        row.getString("title"),
                        row.getString("text")))
                .list();
    }
}
