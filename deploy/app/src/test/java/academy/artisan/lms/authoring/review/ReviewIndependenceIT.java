package academy.artisan.lms.authoring.review;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody decides on own work, whichever way it came into the course. */
@StackTest
class ReviewIndependenceIT {

    @Autowired
    ApplicationContext context;

    @Test
    void whoWroteTheOriginalDoesNotApproveACopyOfIt() {
        var story = new ReviewStory(context, "ANYBODY_ELSE");
        var writer = story.lead;
        story.edit(writer, story.lesson(0, 0), "组长写的");
        var copy = copy(story, story.courseId, null);
        var copyOfCopy = copy(story, copy, null);
        for (var courseId : List.of(copy, copyOfCopy)) {
            var review = submit(story, courseId);
            story.decide(writer, review, "APPROVE").expectProblem(403, "no-review-of-own-work");
            assertThat(waits(writer, review)).isFalse();
            assertThat(story.read(writer, review).path("mayDecide").asBoolean()).isFalse();
            story.decide(story.academy.reviewer(1), review, "APPROVE").expect(200);
        }
    }

    @Test
    void whoWroteWhatIsPublishedDoesNotApproveACopyOfItAndWhoWroteLaterDoes() {
        var story = new ReviewStory(context, "ANYBODY_ELSE");
        var later = story.academy.lead(story.group);
        story.edit(story.lead, story.lesson(0, 0), "组长写的");
        story.decide(story.academy.reviewer(1), story.submitted(), "APPROVE").expect(200);
        story.publish().expect(201);
        story.edit(later, story.lesson(0, 1), "后来写的");
        var review = submit(story, copy(story, story.courseId, 1));
        story.decide(story.lead, review, "APPROVE").expectProblem(403, "no-review-of-own-work");
        story.decide(later, review, "APPROVE").expect(200);
    }

    @Test
    void whoWroteWhatIsGoneBackToDoesNotApproveIt() {
        var story = new ReviewStory(context, "ANYBODY_ELSE");
        var writer = story.lead;
        var written =
                story.edit(writer, story.lesson(0, 0), "组长写的").path("revision").asInt();
        story.edit(story.author, story.lesson(0, 0), "正文");
        story.decide(story.academy.reviewer(1), story.submitted(), "APPROVE").expect(200);
        story.publish().expect(201);
        story.author
                .header(
                        "If-Match",
                        "\"%d\"".formatted(story.draft().path("revision").asInt()))
                .post("/api/v1/courses/%s/revisions/reversions".formatted(story.courseId), Map.of("revision", written))
                .expect(200);
        var review = story.submitted();
        story.decide(writer, review, "APPROVE").expectProblem(403, "no-review-of-own-work");
        assertThat(waits(writer, review)).isFalse();
        story.decide(story.academy.reviewer(1), review, "APPROVE").expect(200);
    }

    @Test
    void whatWasSentBackUnderAnOlderPolicyIsReviewedByTheStagesOfToday() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var old = story.submitted();
        story.decide(story.lead, old, "REJECT").expect(200);
        policy(story, "OWN_LEAD", "ACADEMY");
        var review = story.submit();
        assertThat(review.path("reviewId").asString()).isNotEqualTo(old);
        assertThat(review.path("stages").size()).isEqualTo(2);
        story.decide(story.lead, review.path("reviewId").asString(), "APPROVE").expect(200);
        story.publish().expectProblem(409, "approval-missing");
    }

    @Test
    void whatIsSubmittedAgainUnderAnotherPolicyBeginsAnew() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var old = story.submitted();
        policy(story, "ACADEMY");
        assertThat(story.submitted()).isEqualTo(old);
        story.edit(story.author, story.lesson(0, 0), "改了");
        var review = story.submit();
        assertThat(review.path("reviewId").asString()).isNotEqualTo(old);
        assertThat(review.at("/stages/0").asString()).isEqualTo("ACADEMY");
        assertThat(story.read(story.author, old).path("state").asString()).isEqualTo("WITHDRAWN");
    }

    private static void policy(ReviewStory story, String... stages) {
        story.admin
                .put(
                        "/api/v1/groups/%s/review-policy".formatted(story.group),
                        Map.of("stages", List.of(stages), "remindAfterDays", 3))
                .expect(200);
    }

    /** By an author who has not written anything of it. */
    private static String copy(ReviewStory story, String courseId, @Nullable Integer version) {
        var other = story.academy.member(Role.AUTHOR, story.group);
        return other.post(
                        "/api/v1/groups/%s/courses/copies".formatted(story.group),
                        version == null
                                ? Map.of("courseId", courseId)
                                : Map.of("courseId", courseId, "version", version))
                .expect(201)
                .path("courseId")
                .asString();
    }

    private static String submit(ReviewStory story, String courseId) {
        return story.author
                .post("/api/v1/courses/%s/reviews".formatted(courseId))
                .expect(201)
                .path("reviewId")
                .asString();
    }

    private static boolean waits(Api person, String reviewId) {
        return person.get("/api/v1/me/reviews?limit=200")
                .expect(200)
                .path("items")
                .valueStream()
                .anyMatch(line -> line.path("reviewId").asString().equals(reviewId));
    }
}
