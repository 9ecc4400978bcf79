package academy.artisan.lms.authoring.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.authoring.ReviewStage;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews and their rounds in PostgreSQL. */
@Component
public class Reviews {

    private static final String NEWEST_FIRST = " order by submitted_at desc, review_id desc limit 1";

    private final JdbcClient jdbc;

    Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Review review) {
        jdbc.sql("""
                insert into authoring.review (review_id, course_id, group_id, state, digest, revision, round, stages,
                    stage, submitted_by, submitted_at, waiting_since, remind_after_days)
                values (:id, :course, :group, :state, :digest, :revision, :round, :stages,
                    :stage, :person, :now, :now, :days)
                """)
                .param("id", review.reviewId().value())
                .param("course", review.courseId().value())
                .param("group", review.groupId().value())
                .param("state", review.state().name())
                .param("digest", review.digest())
                .param("revision", review.revision())
                .param("round", review.round())
                .param("stages", review.stages().stream().map(Enum::name).toArray(String[]::new))
                .param("stage", review.stage())
                .param("person", review.submittedBy().value())
                .param("now", review.submittedAt().atOffset(ZoneOffset.UTC))
                .param("days", review.remindAfterDays())
                .update();
        addRound(review);
    }

    /** Saves a review that was submitted again; the former submission stays on record. */
    void nextRound(Review review) {
        jdbc.sql("""
                update authoring.review
                set state = :state, digest = :digest, revision = :revision, round = :round, stage = :stage,
                    submitted_by = :person, submitted_at = :now, waiting_since = :now, reminded_at = null
                where review_id = :id
                """)
                .param("id", review.reviewId().value())
                .param("state", review.state().name())
                .param("digest", review.digest())
                .param("revision", review.revision())
                .param("round", review.round())
                .param("stage", review.stage())
                .param("person", review.submittedBy().value())
                .param("now", review.submittedAt().atOffset(ZoneOffset.UTC))
                .update();
        addRound(review);
    }

    private void addRound(Review review) {
        jdbc.sql("""
                insert into authoring.review_round (review_id, round, revision, digest, submitted_by, submitted_at)
                values (:id, :round, :revision, :digest, :person, :now)
                """)
                .param("id", review.reviewId().value())
                .param("round", review.round())
                .param("revision", review.revision())
                .param("digest", review.digest())
                .param("person", review.submittedBy().value())
                .param("now", review.submittedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Saves how far a review has come. */
    void advance(Review review) {
        jdbc.sql("""
                update authoring.review
                set state = :state, stage = :stage, waiting_since = :since,
                    reminded_at = case when stage = :stage then reminded_at end
                where review_id = :id
                """)
                .param("id", review.reviewId().value())
                .param("state", review.state().name())
                .param("stage", review.stage())
                .param("since", review.waitingSince().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Everybody who submitted any round of it. */
    Set<PersonId> submitters(ReviewId reviewId) {
        return jdbc
                .sql("select distinct submitted_by from authoring.review_round where review_id = :review")
                .param("review", reviewId.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this person submitted any round of it. */
    boolean hasSubmitted(PersonId person, ReviewId reviewId) {
        return jdbc.sql("""
                        select exists (select from authoring.review_round
                                       where review_id = :review and submitted_by = :person)
                        """)
                .param("review", reviewId.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * A review as it is now.
     *
     * @throws NotFound if there is no such review
     */
    public Review get(ReviewId id) {
        return jdbc.sql("select * from authoring.review where review_id = :id")
                .param("id", id.value())
                .query((row, ignored) -> review(row))
                .optional()
                .orElseThrow(() -> new NotFound("review", id));
    }

    Optional<Review> newest(CourseId courseId) {
        return first(courseId, "true", Set.of());
    }

    Optional<Review> open(CourseId courseId) {
        return first(courseId, "state = any(:states)", Set.of(Review.State.OPEN));
    }

    /**
     * The newest review that counts; of those in the given states only what was sent back in some round does.
     *
     * @param discounted states in which a review says nothing by itself
     */
    Optional<Review> standing(CourseId courseId, Set<Review.State> discounted) {
        return first(courseId, """
                (state <> all(:states) or exists (
                    select from authoring.review_decision x where x.review_id = r.review_id and x.decision = 'REJECT'))
                """, discounted);
    }

    /** The review that approved whatever content last. */
    Optional<Review> lastApproved(CourseId courseId) {
        return first(courseId, "state = any(:states)", Set.of(Review.State.APPROVED));
    }

    private Optional<Review> first(CourseId courseId, String condition, Set<Review.State> states) {
        return jdbc.sql("select * from authoring.review r where course_id = :course and " + condition + NEWEST_FIRST)
                .param("course", courseId.value())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .query((row, ignored) -> review(row))
                .optional();
    }

    Optional<Review> approvedBefore(Review review) {
        return jdbc.sql("""
                        select * from authoring.review
                        where course_id = :course and state = 'APPROVED' and review_id <> :review and submitted_at < :at
                        """ + NEWEST_FIRST)
                .param("course", review.courseId().value())
                .param("review", review.reviewId().value())
                .param("at", review.submittedAt().atOffset(ZoneOffset.UTC))
                .query((row, ignored) -> review(row))
                .optional();
    }

    /** Reads a row of the table. */
    public static Review review(ResultSet row) throws SQLException {
        return new Review(
                new ReviewId(row.getObject("review_id", UUID.class)),
                new CourseId(row.getObject("course_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                Review.State.valueOf(row.getString("state")),
                row.getString("digest"),
                row.getInt("revision"),
                row.getInt("round"),
                Stream.of((String[]) row.getArray("stages").getArray())
                        .map(ReviewStage::valueOf)
                        .toList(),
                row.getInt("stage"),
                new PersonId(row.getObject("submitted_by", UUID.class)),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getObject("waiting_since", OffsetDateTime.class).toInstant(),
                row.getInt("remind_after_days"));
    }
}
