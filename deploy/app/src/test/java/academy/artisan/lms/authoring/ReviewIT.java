package academy.artisan.lms.authoring;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static academy.artisan.lms.testing.Academy.article;
import static academy.artisan.lms.testing.Academy.outline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StackTest
class ReviewIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;
    private Api author;
    private Api reviewer;
    private String courseId;

    @BeforeEach
    void writeDraft() {
        academy = new Academy(context);
        author = academy.author(0);
        reviewer = academy.reviewer(1);
        courseId = academy.draft(author, 0, "评审", "正文");
    }

    @Test
    void whatIsPublishedIsWhatWasApproved() {
        var review = submit();
        decide(reviewer, review, "APPROVE").expect(200);
        var publication = publish().expect(201);
        assertThat(publication.path("digest").asString()).isEqualTo(digestOf(review));
        var stored = jdbc.sql("""
                        select encode(sha256(convert_to(content, 'UTF8')), 'hex') from course.version
                        where course_id = :course
                        """)
                .param("course", UUID.fromString(courseId))
                .query(String.class)
                .single();
        assertThat(stored).isEqualTo(digestOf(review));
    }

    @Test
    void nothingIsPublishedUnapproved() {
        publish().expectProblem(409, "approval-missing");
        decide(reviewer, submit(), "REJECT").expect(200);
        publish().expectProblem(409, "approval-missing");
    }

    @Test
    void anEditAfterApprovalMakesItStaleAndTakingItBackMakesItGoodAgain() {
        decide(reviewer, submit(), "APPROVE").expect(200);
        var approved = draft().expect(200);
        save(2, outline("别的题目", article("课", "正文"))).expect(200);
        publish().expectProblem(409, "approval-stale");
        save(3, approved).expect(200);
        publish().expect(201);
    }

    @Test
    void nobodyDecidesOnWorkOfTheirOwn() {
        var review = submit();
        decide(author, review, "APPROVE").expect(403);
        var leadWhoEdited = academy.reviewer(0);
        leadWhoEdited
                .header("If-Match", "\"2\"")
                .put(draftPath(), outline("改过的题目", article("课", "正文")))
                .expect(200);
        decide(leadWhoEdited, submit(), "APPROVE").expectProblem(403, "no-review-of-own-work");
        decide(academy.learner(academy.employer("丙单位")), review, "APPROVE").expect(404);
    }

    @Test
    void aDraftThatChangedAfterSubmissionIsNotApproved() {
        var review = submit();
        save(2, outline("别的题目", article("课", "正文"))).expect(200);
        decide(reviewer, review, "APPROVE").expectProblem(409, "review-stale");
    }

    @Test
    void aReviewIsDecidedOnce() {
        var review = submit();
        decide(reviewer, review, "APPROVE").expect(200);
        decide(reviewer, review, "REJECT").expectProblem(409, "review-decided");
    }

    @Test
    void publishingTheSameContentAgainMakesNoSecondVersion() {
        decide(reviewer, submit(), "APPROVE").expect(200);
        publish().expect(201);
        assertThat(publish().json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aPublishedVersionCannotBeChangedInTheDatabaseEither() {
        academy.publish(author, reviewer, courseId);
        for (var statement : List.of(
                "update course.version set digest = 'x'",
                "update course.version set content = content || ' '",
                "delete from course.version",
                "truncate course.version cascade")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(statement).update())
                    .withMessageContaining("never changes");
        }
    }

    @Test
    void aSaveSaysWhatItIsBasedOn() {
        author.put(draftPath(), outline("题", article("课", "文"))).expectProblem(428, "revision-required");
        var problem = save(1, outline("题", article("课", "文"))).expectProblem(412, "draft-changed-meanwhile");
        assertThat(problem.path("revision").asInt()).isEqualTo(2);
        assertThat(draft().expect(200).path("title").asString()).isEqualTo("评审");
    }

    @Test
    void ofManyEditorsAtOnceExactlyOneWins() throws Exception {
        try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {
            var saves = editors.invokeAll(IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(editor -> () ->
                            save(2, outline("题目 " + editor, article("课", "文"))).status())
                    .toList());
            assertThat(saves)
                    .extracting(Future::get)
                    .filteredOn(status -> status == 200)
                    .hasSize(1);
            assertThat(saves)
                    .extracting(Future::get)
                    .filteredOn(status -> status == 412)
                    .hasSize(19);
        }
        assertThat(draft().expect(200).path("revision").asInt()).isEqualTo(3);
    }

    @Test
    void aPartOfAnotherCourseAndForeignVideoAreNamedAndChangeNothing() {
        var other = academy.draft(author, 0, "别的课", "文");
        var foreignLesson = author.get("/api/v1/courses/%s/draft".formatted(other))
                .expect(200)
                .at("/sections/0/lessons/0/id")
                .asString();
        var stolen = Map.<String, Object>of("id", foreignLesson, "title", "课", "kind", "ARTICLE", "text", "文");
        assertThat(save(2, outline("题", stolen))
                        .expectProblem(422, "invalid-fields")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("sections[0].lessons[0].id");
        var video = Map.<String, Object>of("title", "课", "kind", "VIDEO", "videoId", UUID.randomUUID());
        assertThat(save(2, outline("题", video))
                        .expectProblem(422, "invalid-fields")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("sections[0].lessons[0].videoId");
        assertThat(draft().expect(200).path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void anUnfinishedDraftIsNotReviewedAndEveryGapIsNamed() {
        save(2, outline("题", Map.of("title", "课", "kind", "VIDEO"))).expect(200);
        var problem =
                author.post("/api/v1/courses/%s/reviews".formatted(courseId)).expectProblem(422, "invalid-fields");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("sections[0].lessons[0].videoId");
    }

    @Test
    void strangersDoNotSeeDrafts() {
        academy.author(2).get(draftPath()).expect(404);
        academy.nobody().get(draftPath()).expectProblem(401, "log-in-required");
    }

    private String submit() {
        return author.post("/api/v1/courses/%s/reviews".formatted(courseId))
                .expect(201)
                .path("reviewId")
                .asString();
    }

    private String digestOf(String reviewId) {
        return author.get("/api/v1/reviews/" + reviewId)
                .expect(200)
                .path("digest")
                .asString();
    }

    private static Api.Answer decide(Api by, String reviewId, String decision) {
        return by.post("/api/v1/reviews/%s/decisions".formatted(reviewId), Map.of("decision", decision));
    }

    private Api.Answer publish() {
        return author.post("/api/v1/courses/%s/publications".formatted(courseId));
    }

    private Api.Answer draft() {
        return author.get(draftPath());
    }

    private Api.Answer save(int revision, Object outline) {
        return author.header("If-Match", "\"%d\"".formatted(revision)).put(draftPath(), outline);
    }

    private String draftPath() {
        return "/api/v1/courses/%s/draft".formatted(courseId);
    }
}
