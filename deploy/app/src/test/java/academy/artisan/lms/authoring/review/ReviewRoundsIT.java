package academy.artisan.lms.authoring.review;

import java.util.Map;

import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static academy.artisan.lms.authoring.review.ReviewStory.notices;
import static academy.artisan.lms.authoring.review.ReviewStory.standing;
import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class ReviewRoundsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

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
    void anApprovalOfALaterRoundSaysWhatItIsOf() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var review = story.submitted();
        var first = story.draft().path("digest").asString();
        story.edit(story.author, story.lesson(0, 0), "改了");
        story.submitted();
        var problem =
                story.decide(story.lead, review, Map.of("decision", "APPROVE")).expectProblem(422, "invalid-fields");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("digest");
        story.decide(story.lead, review, Map.of("decision", "APPROVE", "digest", first))
                .expectProblem(409, "review-stale");
        assertThat(story.read(story.lead, review).at("/stages/0/decisions").size())
                .isZero();
        story.decide(story.lead, review, Map.of("decision", "REJECT")).expect(200);
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
}
