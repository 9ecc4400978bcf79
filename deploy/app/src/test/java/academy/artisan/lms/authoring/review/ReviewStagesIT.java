package academy.artisan.lms.authoring.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static academy.artisan.lms.authoring.review.ReviewStory.notices;
import static academy.artisan.lms.authoring.review.ReviewStory.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StackTest
class ReviewStagesIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestWork work;

    @Test
    void stageAfterStageDecidesAndOnlyWhoEachAsksFor() {
        var story = new ReviewStory(context, "OWN_LEAD", "OTHER_GROUP", "ACADEMY");
        var other = story.academy.reviewer(1);
        var review = story.submitted();
        story.decide(other, review, "APPROVE").expectProblem(403, "not-allowed");
        story.decide(story.admin, review, "APPROVE").expectProblem(403, "not-allowed");
        var second = story.decide(story.lead, review, "APPROVE").expect(200);
        assertThat(second.path("state").asString()).isEqualTo("OPEN");
        assertThat(second.path("stage").asInt()).isEqualTo(2);
        story.publish().expectProblem(409, "approval-missing");
        story.decide(story.lead, review, "APPROVE").expectProblem(409, "review-decided");
        story.decide(story.academy.lead(story.group), review, "APPROVE").expectProblem(409, "review-decided");
        story.decide(other, review, "APPROVE").expect(200);
        story.publish().expectProblem(409, "approval-missing");
        assertThat(story.decide(story.admin, review, "APPROVE")
                        .expect(200)
                        .path("state")
                        .asString())
                .isEqualTo("APPROVED");
        assertThat(story.publish().expect(201).path("digest").asString())
                .isEqualTo(second.path("digest").asString());
        assertThat(story.trail(review))
                .containsExactly("review-submitted", "review-approved", "review-approved", "review-approved");
        var stages = story.read(story.author, review).path("stages");
        assertThat(stages.valueStream().map(stage -> stage.path("state").asString()))
                .containsExactly("APPROVED", "APPROVED", "APPROVED");
        assertThat(stages.at("/1/decisions/0/personId").asString())
                .isEqualTo(Academy.idOf(other).toString());
        assertThat(stages.at("/1/decisions/0/groupId").asString())
                .isEqualTo(story.academy.group(1).toString());
        assertThat(stages.at("/1/decisions/0/digest").asString())
                .isEqualTo(second.path("digest").asString());
    }

    @Test
    void whoIsInBothGroupsIsNoOtherGroupsEye() {
        var story = new ReviewStory(context, "OTHER_GROUP");
        var both = story.academy.reviewer(1);
        story.admin
                .put(
                        "/api/v1/groups/%s/members/%s".formatted(story.group, Academy.idOf(both)),
                        Map.of("roles", List.of("REVIEWER")))
                .expect(200);
        var review = story.submitted();
        story.decide(both, review, "APPROVE").expectProblem(403, "not-allowed");
        assertThat(waiting(both, review)).isFalse();
    }

    @Test
    void onePersonDoesNotDecideTwoStages() {
        var story = new ReviewStory(context, "ANYBODY_ELSE", "ANYBODY_ELSE");
        var one = story.academy.reviewer(1);
        var review = story.submitted();
        story.decide(one, review, "APPROVE").expect(200);
        assertThat(waiting(one, review)).isFalse();
        story.decide(one, review, "APPROVE").expectProblem(403, "one-stage-per-person");
        story.decide(one, review, "REJECT").expectProblem(403, "one-stage-per-person");
        story.decide(story.academy.reviewer(2), review, "APPROVE").expect(200);
    }

    @Test
    void whoEditedSinceItWasPublishedDoesNotDecideAndWhoEditedBeforeDoes() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var otherLead = story.academy.lead(story.group);
        story.edit(story.lead, story.lesson(0, 0), "组长改过");
        var review = story.submitted();
        story.decide(story.lead, review, "APPROVE").expectProblem(403, "no-review-of-own-work");
        story.decide(otherLead, review, "APPROVE").expect(200);
        story.publish().expect(201);
        story.edit(story.author, story.lesson(0, 1), "作者改过");
        var next = story.submitted();
        assertThat(next).isNotEqualTo(review);
        assertThat(waiting(story.lead, next)).isTrue();
        story.decide(story.lead, next, "APPROVE").expect(200);
        story.publish().expect(201);
    }

    @Test
    void whoSubmittedWithoutHavingEditedDoesNotDecideEither() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var review = story.lead
                .post("/api/v1/courses/%s/reviews".formatted(story.courseId))
                .expect(201)
                .path("reviewId")
                .asString();
        story.decide(story.lead, review, "REJECT").expectProblem(403, "no-review-of-own-work");
        assertThat(waiting(story.lead, review)).isFalse();
    }

    @Test
    void anEditWhileInReviewStopsApprovalUntilItIsSubmittedAgain() {
        var story = new ReviewStory(context, "OWN_LEAD", "OTHER_GROUP");
        var other = story.academy.reviewer(1);
        var review = story.submitted();
        story.decide(story.lead, review, "APPROVE").expect(200);
        story.edit(story.author, story.lesson(1, 0), "改了");
        var problem = story.decide(other, review, "APPROVE").expectProblem(409, "review-stale");
        assertThat(problem.path("changes")
                        .valueStream()
                        .map(change -> change.path("title").asString()))
                .containsExactly("课1-0");
        assertThat(problem.path("detail").asString()).contains("课1-0");
        var stale = story.read(other, review);
        assertThat(stale.path("stale").asBoolean()).isTrue();
        assertThat(stale.at("/changesSinceSubmitted/0/title").asString()).isEqualTo("课1-0");

        var again = story.submit();
        assertThat(again.path("reviewId").asString()).isEqualTo(review);
        assertThat(again.path("round").asInt()).isEqualTo(2);
        assertThat(again.path("stage").asInt()).isEqualTo(1);
        var seen = story.read(story.lead, review);
        assertThat(seen.at("/changesSinceApproved/changes").size()).isEqualTo(1);
        assertThat(seen.at("/changesSinceApproved/changes/0/title").asString()).isEqualTo("课1-0");
        assertThat(seen.at("/changesSinceApproved/changes/0/type").asString()).isEqualTo("EDITED");
        assertThat(standing(seen, "课1-0")).isEqualTo("STALE");
        assertThat(standing(seen, "课0-0")).isEqualTo("APPROVED_AS_IS");
        story.decide(story.lead, review, "APPROVE").expect(200);
        var first = story.read(other, review);
        assertThat(standing(first, "课0-0")).isEqualTo("NEW");
        story.decide(other, review, "APPROVE").expect(200);
        story.publish().expect(201);
    }

    @Test
    void aStageThatApprovedExactlyThisKeepsItsApproval() {
        var story = new ReviewStory(context, "OWN_LEAD", "OTHER_GROUP");
        var review = story.submitted();
        var digest = story.draft().path("digest").asString();
        story.decide(story.lead, review, "APPROVE").expect(200);
        story.edit(story.author, story.lesson(0, 0), "改了");
        assertThat(story.submit().path("stage").asInt()).isEqualTo(1);
        story.edit(story.author, story.lesson(0, 0), "正文");
        var back = story.submit();
        assertThat(back.path("digest").asString()).isEqualTo(digest);
        assertThat(back.path("round").asInt()).isEqualTo(3);
        assertThat(back.path("stage").asInt()).isEqualTo(2);
        story.decide(story.academy.reviewer(1), review, "APPROVE").expect(200);
        assertThat(story.publish().expect(201).path("digest").asString()).isEqualTo(digest);
    }

    @Test
    void anEditAfterApprovalReopensOnlyWhatChanged() {
        var story = new ReviewStory(context, "OTHER_GROUP");
        var reviewer = story.academy.reviewer(1);
        var first = story.submitted();
        assertThat(standing(story.read(reviewer, first), "课1-1")).isEqualTo("NEW");
        story.decide(reviewer, first, "APPROVE").expect(200);
        var lesson = story.lesson(1, 1);
        story.edit(story.author, lesson, "改了");
        var problem = story.publish().expectProblem(409, "approval-stale");
        assertThat(problem.path("changes").size()).isEqualTo(1);
        assertThat(problem.at("/changes/0/partId").asString()).isEqualTo(lesson);
        assertThat(problem.at("/changes/0/kind").asString()).isEqualTo("LESSON");
        assertThat(problem.at("/changes/0/title").asString()).isEqualTo("课1-1");
        assertThat(problem.at("/changes/0/type").asString()).isEqualTo("EDITED");

        var second = story.submitted();
        assertThat(second).isNotEqualTo(first);
        var seen = story.read(reviewer, second);
        assertThat(seen.path("parts")
                        .valueStream()
                        .filter(part -> !part.path("standing").asString().equals("APPROVED_AS_IS"))
                        .map(part -> part.path("title").asString()))
                .containsExactly("课1-1");
        assertThat(seen.at("/changesSinceApproved/changes/0/fields/0/field").asString())
                .isEqualTo("text");
        story.decide(reviewer, second, "APPROVE").expect(200);
        var approved = story.read(reviewer, second).path("digest").asString();
        assertThat(story.publish().expect(201).path("digest").asString()).isEqualTo(approved);
    }

    @Test
    void approvedContentThatComesBackIsNotReviewedAgain() {
        var story = new ReviewStory(context, "OTHER_GROUP");
        var first = story.submitted();
        story.decide(story.academy.reviewer(1), first, "APPROVE").expect(200);
        story.edit(story.author, story.lesson(0, 0), "改了");
        var second = story.submitted();
        story.edit(story.author, story.lesson(0, 0), "正文");
        assertThat(story.submitted()).isEqualTo(first);
        assertThat(story.read(story.author, second).path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(story.draft().path("state").asString()).isEqualTo("APPROVED");
        story.publish().expect(201);
    }

    @Test
    void whatWasSentBackGoesOnInItsNextRound() {
        var story = new ReviewStory(context, "OWN_LEAD", "OTHER_GROUP");
        var other = story.academy.reviewer(1);
        var review = story.submitted();
        story.decide(story.lead, review, "APPROVE").expect(200);
        story.decide(other, review, Map.of("decision", "REJECT", "comments", "请补充"))
                .expect(200);
        var sentBack = story.read(story.author, review);
        assertThat(sentBack.path("state").asString()).isEqualTo("REJECTED");
        assertThat(sentBack.at("/stages/1/state").asString()).isEqualTo("SENT_BACK");
        assertThat(sentBack.at("/stages/1/decisions/0/comments").asString()).isEqualTo("请补充");
        story.decide(other, review, "APPROVE").expectProblem(409, "review-decided");
        assertThat(notices(story.author, review)).containsExactly("review-sent-back");
        var again = story.submit();
        assertThat(again.path("reviewId").asString()).isEqualTo(review);
        assertThat(again.path("stage").asInt()).isEqualTo(2);
        story.decide(other, review, "APPROVE").expect(200);
        assertThat(story.trail(review))
                .containsExactly(
                        "review-submitted",
                        "review-approved",
                        "review-sent-back",
                        "review-submitted",
                        "review-approved");
    }

    @Test
    void authorsWithdrawWhatIsOpenAndNobodyDecidesItAnyMore() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var review = story.submitted();
        assertThat(story.submitted()).isEqualTo(review);
        var path = "/api/v1/reviews/%s/withdrawal".formatted(review);
        story.academy.reviewer(1).post(path).expectProblem(403, "not-allowed");
        assertThat(story.author.post(path).expect(200).path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(story.draft().path("state").asString()).isEqualTo("DRAFT");
        story.author.post(path).expectProblem(409, "review-decided");
        story.decide(story.lead, review, "APPROVE").expectProblem(409, "review-decided");
        assertThat(story.submitted()).isNotEqualTo(review);
        assertThat(story.trail(review)).containsExactly("review-submitted", "review-withdrawn");
    }

    @Test
    void aDecisionOnOtherContentThanWasSubmittedIsRefused() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var review = story.submitted();
        var digest = story.draft().path("digest").asString();
        story.decide(story.lead, review, Map.of("decision", "APPROVE", "digest", "0".repeat(64)))
                .expectProblem(409, "review-stale");
        story.decide(story.lead, review, Map.of("decision", "REJECT", "digest", "0".repeat(64)))
                .expectProblem(409, "review-stale");
        story.decide(story.lead, review, Map.of("decision", "APPROVE", "digest", "no digest"))
                .expectProblem(400, "invalid-request");
        story.decide(story.lead, review, Map.of("decision", "APPROVE", "stage", 2))
                .expectProblem(409, "review-decided");
        assertThat(story.read(story.lead, review).at("/stages/0/decisions").size())
                .isZero();
        story.decide(story.lead, review, Map.of("decision", "APPROVE", "digest", digest, "stage", 1))
                .expect(200);
    }

    @Test
    void stagesAreThoseOfTheMomentOfSubmission() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var review = story.submitted();
        story.admin
                .put(
                        "/api/v1/groups/%s/review-policy".formatted(story.group),
                        Map.of("stages", List.of("ACADEMY"), "remindAfterDays", 3))
                .expect(200);
        assertThat(story.decide(story.lead, review, "APPROVE")
                        .expect(200)
                        .path("state")
                        .asString())
                .isEqualTo("APPROVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANYBODY_ELSE", "ANYBODY_ELSE,ANYBODY_ELSE"})
    void ofManyWhoDecideAStageAtOnceExactlyOneCounts(String stages) throws Exception {
        var story = new ReviewStory(context, stages.split(","));
        var review = story.submitted();
        var reviewers =
                List.of(1, 2, 3, 4, 5, 6).stream().map(story.academy::reviewer).toList();
        try (var pool = Executors.newFixedThreadPool(reviewers.size())) {
            var answers = pool.invokeAll(reviewers.stream()
                    .<Callable<Api.Answer>>map(
                            reviewer -> () -> story.decide(reviewer, review, Map.of("decision", "APPROVE", "stage", 1)))
                    .toList());
            assertThat(answers)
                    .extracting(answer -> answer.get().status())
                    .containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409);
        }
        assertThat(jdbc.sql("select count(*) from authoring.review_decision where review_id = :review")
                        .param("review", UUID.fromString(review))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatWasDecidedCannotBeChangedInTheDatabaseEither() {
        var story = new ReviewStory(context, "OWN_LEAD");
        story.decide(story.lead, story.submitted(), "APPROVE").expect(200);
        for (var statement : List.of(
                "update authoring.review_decision set comments = 'x'",
                "delete from authoring.review_decision",
                "truncate authoring.review_decision",
                "update authoring.review_round set digest = 'x'",
                "delete from authoring.review_round",
                "truncate authoring.review_round")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(statement).update())
                    .withMessageContaining("append-only");
        }
    }

    @Test
    void whoIsConcernedIsToldAndNobodyElse() {
        var story = new ReviewStory(context, "OWN_LEAD", "OTHER_GROUP", "ACADEMY");
        var otherLead = story.academy.reviewer(1);
        var otherReviewer = story.academy.member(Role.REVIEWER, story.academy.group(1));
        var review = story.submitted();
        assertThat(notices(story.lead, review)).containsExactly("review-waits");
        assertThat(notices(otherLead, review)).isEmpty();
        story.decide(story.lead, review, "APPROVE").expect(200);
        assertThat(notices(otherLead, review)).containsExactly("review-waits");
        assertThat(notices(otherReviewer, review)).isEmpty();
        assertThat(notices(story.admin, review)).isEmpty();
        story.decide(otherReviewer, review, "APPROVE").expect(200);
        assertThat(notices(story.admin, review)).containsExactly("review-waits");
        assertThat(notices(story.author, review)).isEmpty();
        story.decide(story.admin, review, "APPROVE").expect(200);
        assertThat(notices(story.author, review)).containsExactly("review-approved");
        assertThat(notices(story.lead, review)).containsExactly("review-waits");
    }

    @Test
    void aLargeCourseIsLaidOutByTheSameFewStatements() {
        var small = read(1, 2);
        var large = read(20, 50);
        assertThat(large.parts()).isEqualTo(1021);
        assertThat(large.statements()).isEqualTo(small.statements()).isLessThanOrEqualTo(16);
    }

    private record Cost(int parts, int statements) {}

    private Cost read(int sections, int lessons) {
        var story = new ReviewStory(context, sections, lessons, "OWN_LEAD", "OTHER_GROUP");
        var review = story.submitted();
        story.decide(story.lead, review, "APPROVE").expect(200);
        var lesson = story.lesson(0, 0);
        story.comment(story.lead, review, Map.of("partId", lesson, "text", "好", "mustResolve", false))
                .expect(201);
        story.edit(story.author, lesson, "改了");
        story.submitted();
        story.edit(story.author, lesson, "又改了");
        work.reset();
        JsonNode seen = story.read(story.lead, review);
        var statements = work.counted().sqlStatements();
        assertThat(seen.at("/changesSinceApproved/changes").size()).isEqualTo(1);
        return new Cost(seen.path("parts").size(), statements);
    }

    private static boolean waiting(Api person, String reviewId) {
        return person.get("/api/v1/me/reviews?limit=200")
                .expect(200)
                .path("items")
                .valueStream()
                .anyMatch(line -> line.path("reviewId").asString().equals(reviewId));
    }
}
