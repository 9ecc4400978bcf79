package academy.artisan.lms.authoring.review.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.authoring.outline.PartKind;
import academy.artisan.lms.authoring.review.OpenComments;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.ReviewId;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comments on courses in PostgreSQL. */
@Component
public class Comments implements OpenComments {

    /** A part that is gone keeps the title that it had last. */
    private static final String SELECT = """
            select c.*, (
                select p.content ->> 'title' from authoring.part_revision p
                where p.course_id = c.course_id and p.part_id = c.part_id
                order by p.revision desc limit 1) as title
            from authoring.review_comment c
            """;

    /** How many resolved comments of a review are shown. */
    private static final int RESOLVED_SHOWN = 200;

    private final JdbcClient jdbc;
    private final Answers answers;

    Comments(JdbcClient jdbc, Answers answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    @Override
    public List<OpenComment> thatMustBeResolved(CourseId courseId) {
        return jdbc
                .sql(SELECT + """
                        where c.course_id = :course and c.resolved_at is null and c.must_resolve
                        order by c.comment_id
                        """)
                .param("course", courseId.value())
                .query((row, ignored) -> comment(row))
                .list()
                .stream()
                .map(comment ->
                        new OpenComment(comment.commentId().value(), comment.partId(), comment.title(), comment.text()))
                .toList();
    }

    int countOpen(CourseId courseId) {
        return jdbc.sql(
                        "select count(*) from authoring.review_comment where course_id = :course and resolved_at is null")
                .param("course", courseId.value())
                .query(Integer.class)
                .single();
    }

    /**
     * What was said in a review, and what was left open in those before it; with answers, in order of time. Of what is
     * resolved, only the newest.
     */
    public List<Comment> of(Review review) {
        var found = jdbc.sql(SELECT + """
                        where c.comment_id in (
                            select comment_id from authoring.review_comment
                            where course_id = :course and resolved_at is null
                              and (review_id = :review or review_id in (
                                  select review_id from authoring.review
                                  where course_id = :course and submitted_at <= :submitted))
                            union all
                            (select comment_id from authoring.review_comment
                             where course_id = :course and review_id = :review and resolved_at is not null
                             order by commented_at desc, comment_id desc limit :resolved))
                        order by c.commented_at, c.comment_id
                        """)
                .param("course", review.courseId().value())
                .param("review", review.reviewId().value())
                .param("submitted", review.submittedAt().atOffset(ZoneOffset.UTC))
                .param("resolved", RESOLVED_SHOWN)
                .query((row, ignored) -> comment(row))
                .list();
        return answers.addTo(found);
    }

    /** A comment with its answers. */
    Optional<Comment> find(CommentId id) {
        var found = jdbc.sql(SELECT + "where c.comment_id = :id")
                .param("id", id.value())
                .query((row, ignored) -> comment(row))
                .list();
        return answers.addTo(found).stream().findFirst();
    }

    void add(Comment comment) {
        jdbc.sql("""
                insert into authoring.review_comment (comment_id, course_id, review_id, round, part_id, part_kind, field,
                    quote, text, must_resolve, person_id, commented_at)
                values (:id, :course, :review, :round, :part, :kind, :field, :quote, :text, :must, :person, :now)
                """)
                .param("id", comment.commentId().value())
                .param("course", comment.courseId().value())
                .param("review", comment.reviewId().value())
                .param("round", comment.round())
                .param("part", comment.partId())
                .param("kind", comment.kind() == null ? null : comment.kind().name())
                .param("field", comment.field())
                .param("quote", comment.quote())
                .param("text", comment.text())
                .param("must", comment.mustResolve())
                .param("person", comment.personId().value())
                .param("now", comment.commentedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Marks it resolved, or with nobody and never, open again. */
    void setResolved(CommentId id, @Nullable PersonId by, @Nullable OffsetDateTime at) {
        jdbc.sql("update authoring.review_comment set resolved_by = :by, resolved_at = :at where comment_id = :id")
                .param("id", id.value())
                .param("by", by == null ? null : by.value())
                .param("at", at)
                .update();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        var kind = row.getString("part_kind");
        var resolvedBy = row.getObject("resolved_by", UUID.class);
        var resolvedAt = row.getObject("resolved_at", OffsetDateTime.class);
        return new Comment(
                new CommentId(row.getObject("comment_id", UUID.class)),
                new CourseId(row.getObject("course_id", UUID.class)),
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("round"),
                row.getObject("part_id", UUID.class),
                kind == null ? null : PartKind.valueOf(kind),
                row.getString("title"),
                row.getString("field"),
                row.getString("quote"),
                row.getString("text"),
                row.getBoolean("must_resolve"),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("commented_at", OffsetDateTime.class).toInstant(),
                resolvedBy == null ? null : new PersonId(resolvedBy),
                resolvedAt == null ? null : resolvedAt.toInstant(),
                List.of());
    }
}
