package academy.artisan.lms.authoring.review;

import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static academy.artisan.lms.authoring.review.ReviewStory.notices;
import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class ReviewCommentsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private ReviewStory story;
    private Api reviewer;
    private String review;
    private String lesson;

    @BeforeEach
    void submit() {
        story = new ReviewStory(context, "OTHER_GROUP");
        reviewer = story.academy.reviewer(1);
        review = story.submitted();
        lesson = story.lesson(0, 1);
    }

    @Test
    void whatMustBeResolvedStopsApprovalUntilItIs() {
        var comment = comment(reviewer, Map.of("partId", lesson, "text", "请补充安全提示", "mustResolve", true));
        var problem = story.decide(reviewer, review, "APPROVE").expectProblem(409, "comments-open");
        assertThat(problem.path("comments").size()).isEqualTo(1);
        assertThat(problem.at("/comments/0/commentId").asString()).isEqualTo(comment);
        assertThat(problem.at("/comments/0/title").asString()).isEqualTo("课0-1");
        assertThat(problem.at("/comments/0/text").asString()).isEqualTo("请补充安全提示");
        story.resolve(reviewer, review, comment, true).expect(200);
        story.resolve(reviewer, review, comment, false).expect(200);
        story.decide(reviewer, review, "APPROVE").expectProblem(409, "comments-open");
        story.resolve(reviewer, review, comment, true).expect(200);
        story.resolve(reviewer, review, comment, true).expect(200);
        story.decide(reviewer, review, "APPROVE").expect(200);
        assertThat(story.trail(review))
                .containsExactly(
                        "review-submitted",
                        "comment-added",
                        "comment-resolved",
                        "comment-reopened",
                        "comment-resolved",
                        "review-approved");
    }

    @Test
    void whatNeedNotBeResolvedStopsNothing() {
        comment(reviewer, Map.of("text", "可以更短", "mustResolve", false));
        story.decide(reviewer, review, "APPROVE").expect(200);
    }

    @Test
    void authorsDoNotResolveWhatAReviewerInsistsOn() {
        var comment = comment(reviewer, Map.of("text", "不对", "mustResolve", true));
        story.resolve(story.author, review, comment, true).expectProblem(403, "not-allowed");
        story.edit(story.lead, lesson, "组长改过");
        story.resolve(story.lead, review, comment, true).expectProblem(403, "not-allowed");
        assertThat(story.read(reviewer, review).path("openComments").asInt()).isEqualTo(1);
        story.resolve(story.academy.reviewer(2), review, comment, true).expect(200);
        var harmless = comment(reviewer, Map.of("text", "标点", "mustResolve", false));
        story.resolve(story.author, review, harmless, true).expect(200);
    }

    @Test
    void commentsOutliveRoundsAndReviewsAndEvenTheirPart() {
        var comment = comment(
                reviewer, Map.of("partId", lesson, "field", "text", "quote", "正文", "text", "太短", "mustResolve", true));
        story.decide(reviewer, review, "REJECT").expect(200);
        var revision = story.draft().path("revision").asInt();
        story.author
                .header("If-Match", "\"%d\"".formatted(revision))
                .patch(story.draftPath() + "/lessons/" + lesson, Map.of("title", "最后的题目"))
                .expect(200);
        story.remove(lesson);
        assertThat(story.submit().path("round").asInt()).isEqualTo(2);
        var shown = story.read(reviewer, review).at("/comments/0");
        assertThat(shown.path("commentId").asString()).isEqualTo(comment);
        assertThat(shown.path("round").asInt()).isEqualTo(1);
        assertThat(shown.path("title").asString()).isEqualTo("最后的题目");
        assertThat(shown.path("removed").asBoolean()).isTrue();
        assertThat(shown.path("quote").asString()).isEqualTo("正文");

        story.author.post("/api/v1/reviews/%s/withdrawal".formatted(review)).expect(200);
        var next = story.submitted();
        assertThat(next).isNotEqualTo(review);
        assertThat(story.read(reviewer, next).at("/comments/0/commentId").asString())
                .isEqualTo(comment);
        story.decide(reviewer, next, "APPROVE").expectProblem(409, "comments-open");
        story.resolve(reviewer, next, comment, true).expect(200);
        story.decide(reviewer, next, "APPROVE").expect(200);
    }

    @Test
    void answersAreKeptAndWhoeverTakesPartIsTold() {
        var comment = comment(reviewer, Map.of("partId", lesson, "text", "为什么？", "mustResolve", false));
        assertThat(notices(story.author, review)).containsExactly("review-commented");
        answer(story.author, comment, "因为如此。").expect(201);
        assertThat(notices(reviewer, review)).containsExactlyInAnyOrder("review-waits", "comment-answered");
        answer(story.lead, comment, "同意。").expect(201);
        assertThat(notices(story.author, review)).containsExactlyInAnyOrder("review-commented", "comment-answered");
        assertThat(notices(story.lead, review)).isEmpty();
        var shown = story.read(reviewer, review).at("/comments/0");
        assertThat(shown.path("answers")
                        .valueStream()
                        .map(answer -> answer.path("text").asString()))
                .containsExactly("因为如此。", "同意。");
        assertThat(shown.at("/answers/0/personId").asString())
                .isEqualTo(Academy.idOf(story.author).toString());
        assertThat(shown.at("/answers/0/personName").asString()).isNotBlank();
    }

    @Test
    void commentsAreCountedPerPart() {
        comment(reviewer, Map.of("partId", lesson, "text", "一", "mustResolve", false));
        var second = comment(reviewer, Map.of("partId", lesson, "text", "二", "mustResolve", false));
        comment(reviewer, Map.of("partId", story.courseId, "text", "三", "mustResolve", false));
        comment(reviewer, Map.of("text", "四", "mustResolve", false));
        story.resolve(reviewer, review, second, true).expect(200);
        var seen = story.read(story.author, review);
        assertThat(part(seen, lesson).path("comments").asInt()).isEqualTo(2);
        assertThat(part(seen, lesson).path("openComments").asInt()).isEqualTo(1);
        assertThat(part(seen, story.courseId).path("comments").asInt()).isEqualTo(1);
        assertThat(part(seen, story.lesson(0, 0)).path("comments").asInt()).isZero();
        assertThat(seen.path("openComments").asInt()).isEqualTo(3);
    }

    @Test
    void aPartOfAnotherCourseIsRefused() {
        var other = new ReviewStory(context, "OTHER_GROUP").lesson(0, 0);
        var problem = story.comment(reviewer, review, Map.of("partId", other, "text", "好", "mustResolve", false))
                .expectProblem(422, "invalid-fields");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("partId");
        assertThat(problem.at("/errors/0/rule").asString()).isEqualTo("KnownPart");
        story.comment(reviewer, review, Map.of("partId", UUID.randomUUID(), "text", "好", "mustResolve", false))
                .expectProblem(422, "invalid-fields");
        assertThat(story.read(reviewer, review).path("comments").size()).isZero();
    }

    @Test
    void whatIsTooLongOrEmptyIsRefused() {
        story.comment(reviewer, review, Map.of("text", "字".repeat(3_500_000), "mustResolve", false))
                .expectProblem(413, "request-too-large");
        var problem = story.comment(reviewer, review, Map.of("text", "字".repeat(5001), "mustResolve", false))
                .expectProblem(400, "invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("text");
        story.comment(reviewer, review, Map.of("text", " ", "mustResolve", false))
                .expectProblem(400, "invalid-request");
        story.comment(reviewer, review, Map.of("text", "好", "quote", "字".repeat(2001), "mustResolve", false))
                .expectProblem(400, "invalid-request");
        story.decide(reviewer, review, Map.of("decision", "APPROVE", "comments", "字".repeat(10_001)))
                .expectProblem(400, "invalid-request");
        assertThat(story.read(reviewer, review).path("comments").size()).isZero();
    }

    @Test
    void onlyWhoMayReadAReviewTakesPart() {
        var comment = comment(reviewer, Map.of("text", "好", "mustResolve", false));
        var learner = story.academy.learner(story.academy.employer("丁单位"));
        var stranger = story.academy.member(Role.AUTHOR, story.academy.group(3));
        for (var outsider : new Api[] {learner, stranger}) {
            outsider.get("/api/v1/reviews/" + review).expectProblem(404, "not-found");
            story.comment(outsider, review, Map.of("text", "好", "mustResolve", false))
                    .expectProblem(404, "not-found");
            answer(outsider, comment, "好").expectProblem(404, "not-found");
            story.resolve(outsider, review, comment, true).expectProblem(404, "not-found");
            story.decide(outsider, review, "APPROVE").expectProblem(404, "not-found");
        }
        var elsewhere = new ReviewStory(context, "OTHER_GROUP").submitted();
        story.resolve(reviewer, elsewhere, comment, true).expectProblem(404, "not-found");
    }

    @Test
    void whatIsOverIsNotCommentedOnAndStaysReadableWhenTheGroupIsRetired() {
        story.decide(reviewer, review, "APPROVE").expect(200);
        story.comment(reviewer, review, Map.of("text", "好", "mustResolve", false))
                .expectProblem(409, "review-decided");
        story.admin
                .put("/api/v1/groups/%s/retirement".formatted(story.group), Map.of())
                .expect(200);
        assertThat(story.read(story.author, review).path("state").asString()).isEqualTo("APPROVED");
        story.author
                .post("/api/v1/courses/%s/reviews".formatted(story.courseId))
                .expectProblem(409, "group-retired");
    }

    @Test
    void noMoreThanFiveHundredCommentsAreOpenAndAHundredAnswersGiven() {
        var comment = comment(reviewer, Map.of("text", "一", "mustResolve", false));
        jdbc.sql("""
                insert into authoring.review_answer (answer_id, comment_id, person_id, answered_at, text)
                select gen_random_uuid(), comment_id, person_id, now(), '答' from authoring.review_comment,
                    generate_series(1, 99) where comment_id = :comment
                """).param("comment", UUID.fromString(comment)).update();
        answer(story.author, comment, "第一百").expect(201);
        answer(story.author, comment, "多了").expectProblem(409, "too-much-said");
        jdbc.sql("""
                insert into authoring.review_comment
                    (comment_id, course_id, review_id, round, text, must_resolve, person_id, commented_at)
                select gen_random_uuid(), course_id, review_id, round, text, must_resolve, person_id, now()
                from authoring.review_comment, generate_series(1, 498) where comment_id = :comment
                """).param("comment", UUID.fromString(comment)).update();
        var last = comment(reviewer, Map.of("text", "第五百", "mustResolve", false));
        story.comment(reviewer, review, Map.of("text", "多了", "mustResolve", false))
                .expectProblem(409, "too-much-said");
        story.resolve(reviewer, review, last, true).expect(200);
        story.comment(reviewer, review, Map.of("text", "可以了", "mustResolve", false))
                .expect(201);
    }

    private String comment(Api by, Map<String, ?> comment) {
        return story.comment(by, review, comment).expect(201).path("commentId").asString();
    }

    private Api.Answer answer(Api by, String commentId, String text) {
        return by.post("/api/v1/reviews/%s/comments/%s/answers".formatted(review, commentId), Map.of("text", text));
    }

    private static JsonNode part(JsonNode review, String id) {
        return review.path("parts")
                .valueStream()
                .filter(part -> part.path("partId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
