package academy.artisan.lms.authoring.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews in PostgreSQL. */
@Component
class Reviews {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Review add(CourseId courseId, String digest, PersonId submittedBy) {
        var id = ReviewId.next();
        jdbc.sql("""
                insert into authoring.review (review_id, course_id, digest, state, submitted_by, submitted_at)
                values (:id, :course, :digest, 'OPEN', :person, :now)
                """)
                .param("id", id.value())
                .param("course", courseId.value())
                .param("digest", digest)
                .param("person", submittedBy.value())
                .param("now", now())
                .update();
        return get(id);
    }

    Review get(ReviewId id) {
        return jdbc.sql("select * from authoring.review where review_id = :id")
                .param("id", id.value())
                .query((row, ignored) -> review(row))
                .optional()
                .orElseThrow(() -> new NotFound("review", id));
    }

    /** Newest first. */
    List<Review> of(CourseId courseId) {
        return jdbc.sql("select * from authoring.review where course_id = :course order by review_id desc")
                .param("course", courseId.value())
                .query((row, ignored) -> review(row))
                .list();
    }

    Optional<Review> open(CourseId courseId, String digest) {
        return of(courseId).stream()
                .filter(review ->
                        review.state() == Review.State.OPEN && review.digest().equals(digest))
                .findFirst();
    }

    /** @throws ReviewDecided if it was decided before */
    void decide(ReviewId id, Review.Decision decision, PersonId decidedBy, @Nullable String comments) {
        var decided = jdbc.sql("""
                        update authoring.review
                        set state = :state, decided_by = :person, decided_at = :now, comments = :comments
                        where review_id = :id and state = 'OPEN'
                        """)
                .param("id", id.value())
                .param("state", decision.outcome().name())
                .param("person", decidedBy.value())
                .param("now", now())
                .param("comments", comments)
                .update();
        if (decided == 0) {
            throw new ReviewDecided();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Review review(ResultSet row) throws SQLException {
        var decidedBy = row.getObject("decided_by", UUID.class);
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Review(
                new ReviewId(row.getObject("review_id", UUID.class)),
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getString("digest"),
                Review.State.valueOf(row.getString("state")),
                new PersonId(row.getObject("submitted_by", UUID.class)),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                decidedBy == null ? null : new PersonId(decidedBy),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("comments"));
    }
}
