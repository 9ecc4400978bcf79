package academy.artisan.lms.authoring.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

import academy.artisan.lms.authoring.ReviewStage;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stages decided, in PostgreSQL: the database refuses to change it. */
@Component
class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(StageDecision decision) {
        jdbc.sql("""
                insert into authoring.review_decision (decision_id, review_id, round, stage, kind, revision, digest,
                    decision, person_id, group_id, decided_at, comments)
                values (:id, :review, :round, :stage, :kind, :revision, :digest,
                    :decision, :person, :group, :now, :comments)
                """)
                .param("id", Ids.next())
                .param("review", decision.reviewId().value())
                .param("round", decision.round())
                .param("stage", decision.stage())
                .param("kind", decision.kind().name())
                .param("revision", decision.revision())
                .param("digest", decision.digest())
                .param("decision", decision.decision().name())
                .param("person", decision.personId().value())
                .param("group", value(decision.groupId()))
                .param("now", decision.decidedAt().atOffset(ZoneOffset.UTC))
                .param("comments", decision.comments())
                .update();
    }

    /** In the order in which they were made. */
    StageDecisions of(ReviewId reviewId) {
        return new StageDecisions(jdbc.sql("""
                        select * from authoring.review_decision where review_id = :review order by round, stage
                        """)
                .param("review", reviewId.value())
                .query((row, ignored) -> decision(row))
                .list());
    }

    private static @Nullable UUID value(@Nullable GroupId id) {
        return id == null ? null : id.value();
    }

    private static StageDecision decision(ResultSet row) throws SQLException {
        var group = row.getObject("group_id", UUID.class);
        return new StageDecision(
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("round"),
                row.getInt("stage"),
                ReviewStage.valueOf(row.getString("kind")),
                row.getInt("revision"),
                row.getString("digest"),
                StageDecision.Verdict.valueOf(row.getString("decision")),
                new PersonId(Objects.requireNonNull(row.getObject("person_id", UUID.class))),
                group == null ? null : new GroupId(group),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("comments"));
    }
}
