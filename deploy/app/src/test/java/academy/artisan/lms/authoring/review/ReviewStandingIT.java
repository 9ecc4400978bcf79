package academy.artisan.lms.authoring.review;

import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** An approval counts until something else is looked at, and never against what a reviewer insists on. */
@StackTest
class ReviewStandingIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private ReviewStory story;
    private Api reviewer;
    private String approved;
    private String later;

    @BeforeEach
    void approveAndSubmitSomethingElse() {
        story = new ReviewStory(context, "OTHER_GROUP");
        reviewer = story.academy.reviewer(1);
        approved = story.submitted();
        story.decide(reviewer, approved, "APPROVE").expect(200);
        story.edit(story.author, story.lesson(0, 0), "改了");
        later = story.submitted();
    }

    @Test
    void whatWasApprovedBeforeSomethingElseWasSentBackIsReviewedAgain() {
        var comment = insist();
        story.decide(reviewer, later, "REJECT").expect(200);
        goBack();
        assertThat(state()).isEqualTo("DRAFT");
        story.publish().expectProblem(409, "approval-missing");
        assertThat(story.submitted()).isEqualTo(later);
        story.decide(reviewer, later, "APPROVE").expectProblem(409, "comments-open");
        story.resolve(reviewer, later, comment, true).expect(200);
        story.publish().expectProblem(409, "approval-missing");
        story.decide(reviewer, later, "APPROVE").expect(200);
        assertThat(state()).isEqualTo("APPROVED");
        story.publish().expect(201);
    }

    @Test
    void withdrawingWhatWasSentBackDoesNotUndoThat() {
        story.decide(reviewer, later, "REJECT").expect(200);
        story.edit(story.author, story.lesson(0, 0), "又改了");
        assertThat(story.submitted()).isEqualTo(later);
        goBack();
        assertThat(story.submit().path("round").asInt()).isEqualTo(3);
        withdraw();
        assertThat(state()).isEqualTo("DRAFT");
        story.publish().expectProblem(409, "approval-missing");
    }

    @Test
    void whatIsInsistedOnStopsPublicationAlsoWhenTheReviewIsWithdrawn() {
        var comment = insist();
        withdraw();
        goBack();
        assertThat(state()).isEqualTo("DRAFT");
        story.publish().expectProblem(409, "comments-open");
        story.resolve(reviewer, later, comment, true).expect(200);
        assertThat(state()).isEqualTo("APPROVED");
        story.publish().expect(201);
    }

    @Test
    void theNewestIsWhatWasSubmittedLastWhateverItsId() {
        story.decide(reviewer, later, "REJECT").expect(200);
        goBack();
        story.publish().expectProblem(409, "approval-missing");
        jdbc.sql("update authoring.review set submitted_at = submitted_at - interval '1 day' where review_id = :id")
                .param("id", UUID.fromString(later))
                .update();
        story.publish().expect(201);
    }

    private String insist() {
        return story.comment(reviewer, later, Map.of("text", "不对", "mustResolve", true))
                .expect(201)
                .path("commentId")
                .asString();
    }

    private void goBack() {
        story.edit(story.author, story.lesson(0, 0), "正文");
    }

    private void withdraw() {
        story.author.post("/api/v1/reviews/%s/withdrawal".formatted(later)).expect(200);
    }

    private String state() {
        return story.draft().path("state").asString();
    }
}
