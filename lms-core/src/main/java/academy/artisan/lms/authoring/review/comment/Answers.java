package academy.artisan.lms.authoring.review.comment;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.review.comment.Comment.Answer;
import academy.artisan.lms.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers to comments in PostgreSQL. */
@Component
class Answers {

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CommentId commentId, Answer answer) {
        jdbc.sql("""
                insert into authoring.review_answer (answer_id, comment_id, person_id, answered_at, text)
                values (:id, :comment, :person, :now, :text)
                """)
                .param("id", answer.answerId())
                .param("comment", commentId.value())
                .param("person", answer.personId().value())
                .param("now", answer.answeredAt().atOffset(ZoneOffset.UTC))
                .param("text", answer.text())
                .update();
    }

    /** The comments with all their answers, by one statement. */
    List<Comment> addTo(List<Comment> comments) {
        if (comments.isEmpty()) {
            return comments;
        }
        var answers = new HashMap<UUID, List<Answer>>();
        jdbc.sql("select * from authoring.review_answer where comment_id = any(:comments) order by answer_id")
                .param(
                        "comments",
                        comments.stream()
                                .map(comment -> comment.commentId().value())
                                .toArray(UUID[]::new))
                .query(row -> {
                    answers.computeIfAbsent(row.getObject("comment_id", UUID.class), ignored -> new ArrayList<>())
                            .add(new Answer(
                                    row.getObject("answer_id", UUID.class),
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    row.getObject("answered_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getString("text")));
                });
        return comments.stream()
                .map(comment ->
                        comment.with(answers.getOrDefault(comment.commentId().value(), List.of())))
                .toList();
    }
}
