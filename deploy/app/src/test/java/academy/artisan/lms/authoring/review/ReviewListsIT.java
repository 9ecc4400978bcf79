package academy.artisan.lms.authoring.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class ReviewListsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    @Test
    void everybodySeesWhatWaitsForThemAndNothingElse() {
        var story = new ReviewStory(context, "OWN_LEAD", "OTHER_GROUP", "ACADEMY");
        var reviewer = story.academy.member(Role.REVIEWER, story.academy.group(1));
        var ownReviewer = story.academy.member(Role.REVIEWER, story.group);
        var everybody = List.of(story.author, story.lead, ownReviewer, reviewer, story.admin);
        var review = story.submitted();
        assertThat(everybody).filteredOn(person -> waits(person, review)).containsExactly(story.lead);
        assertThat(everybody)
                .filteredOn(
                        person -> story.read(person, review).path("mayDecide").asBoolean())
                .containsExactly(story.lead);
        story.decide(story.lead, review, "APPROVE").expect(200);
        assertThat(everybody).filteredOn(person -> waits(person, review)).containsExactly(reviewer);
        story.decide(reviewer, review, "APPROVE").expect(200);
        assertThat(everybody).filteredOn(person -> waits(person, review)).containsExactly(story.admin);
        story.decide(story.admin, review, "REJECT").expect(200);
        assertThat(everybody).filteredOn(person -> waits(person, review)).isEmpty();
    }

    @Test
    void aLineSaysWhatTheReviewIsAboutAndWhetherItIsStale() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var review = story.submitted();
        story.comment(story.lead, review, Map.of("text", "好", "mustResolve", true))
                .expect(201);
        var line = line(story.lead, review);
        assertThat(line.path("title").asString()).isEqualTo("焊接");
        assertThat(line.path("kind").asString()).isEqualTo("OWN_LEAD");
        assertThat(line.path("openComments").asInt()).isEqualTo(1);
        assertThat(line.path("waitingDays").asInt()).isZero();
        assertThat(line.path("submittedAt").asString()).isNotBlank();
        assertThat(line.path("stale").asBoolean()).isFalse();
        story.edit(story.author, story.lesson(0, 0), "改了");
        assertThat(line(story.lead, review).path("stale").asBoolean()).isTrue();
    }

    @Test
    void aLineHasTheTitleAsItWasSubmitted() {
        var story = new ReviewStory(context, "OTHER_GROUP");
        var review = story.submitted();
        story.author
                .header(
                        "If-Match",
                        "\"%d\"".formatted(story.draft().path("revision").asInt()))
                .patch(story.draftPath() + "/attributes", Map.of("title", "还没有提交的题目"))
                .expect(200);
        var outsider = story.academy.reviewer(1);
        assertThat(line(outsider, review).path("title").asString()).isEqualTo("焊接");
        var ofGroup =
                outsider.get("/api/v1/groups/%s/reviews".formatted(story.group)).expect(200);
        assertThat(ofGroup.at("/items/0/title").asString()).isEqualTo("焊接");
    }

    @Test
    void theOldestComesFirstAndPagesMeetWithoutGapOrOverlap() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var reviews = new ArrayList<String>();
        reviews.add(story.submitted());
        IntStream.range(0, 4).forEach(number -> reviews.add(submitAnother(story)));
        assertThat(pages(story.lead, "/api/v1/me/reviews?limit=2"))
                .filteredOn(reviews::contains)
                .containsExactlyElementsOf(reviews);
        var ofGroup = "/api/v1/groups/%s/reviews?limit=2".formatted(story.group);
        assertThat(pages(story.author, ofGroup)).containsExactlyElementsOf(reviews.reversed());
        story.decide(story.lead, reviews.get(1), "APPROVE").expect(200);
        assertThat(pages(story.author, ofGroup + "&state=APPROVED")).containsExactly(reviews.get(1));
        assertThat(pages(story.author, ofGroup + "&state=OPEN")).hasSize(4).doesNotContain(reviews.get(1));
    }

    @Test
    void listsCostTheSameHoweverLongTheyAre() {
        var story = new ReviewStory(context, "OWN_LEAD");
        story.submitted();
        var paths = List.of("/api/v1/me/reviews", "/api/v1/groups/%s/reviews".formatted(story.group));
        var few = paths.stream().map(path -> statements(story.lead, path)).toList();
        IntStream.range(0, 5).forEach(number -> submitAnother(story));
        var many = paths.stream().map(path -> statements(story.lead, path)).toList();
        assertThat(many).isEqualTo(few).allSatisfy(count -> assertThat(count).isBetween(2, 4));
    }

    @Test
    void theListOfAGroupIsForItsMembersAndForReviewers() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var path = "/api/v1/groups/%s/reviews".formatted(story.group);
        story.academy.reviewer(1).get(path).expect(200);
        story.academy.learner(story.academy.employer("戊单位")).get(path).expectProblem(403, "not-allowed");
        story.academy.author(2).get(path).expectProblem(403, "not-allowed");
        story.lead.get(path + "?state=LOST").expectProblem(400, "invalid-request");
        story.lead.get("/api/v1/me/reviews?after=x").expectProblem(422, "invalid-fields");
        story.lead
                .get("/api/v1/groups/01980000-0000-7000-8000-00000000ffff/reviews")
                .expectProblem(404, "not-found");
    }

    private static String submitAnother(ReviewStory story) {
        var copy = story.author
                .post(
                        "/api/v1/groups/%s/courses".formatted(story.group),
                        Map.of("title", "另一门", "summary", "", "level", "初级", "tags", List.of()))
                .expect(201)
                .path("courseId")
                .asString();
        story.author
                .header("If-Match", "\"1\"")
                .put("/api/v1/courses/%s/draft".formatted(copy), Academy.outline("另一门", Academy.article("课", "文")))
                .expect(200);
        return story.author
                .post("/api/v1/courses/%s/reviews".formatted(copy))
                .expect(201)
                .path("reviewId")
                .asString();
    }

    private int statements(Api person, String path) {
        work.reset();
        person.get(path).expect(200);
        return work.counted().sqlStatements();
    }

    private static List<String> pages(Api person, String path) {
        var ids = new ArrayList<String>();
        var after = "";
        do {
            var page = person.get(path + after).expect(200);
            page.path("items").forEach(line -> ids.add(line.path("reviewId").asString()));
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        return ids;
    }

    private static JsonNode line(Api person, String reviewId) {
        return person.get("/api/v1/me/reviews?limit=200")
                .expect(200)
                .path("items")
                .valueStream()
                .filter(line -> line.path("reviewId").asString().equals(reviewId))
                .findFirst()
                .orElseThrow();
    }

    private static boolean waits(Api person, String reviewId) {
        return person.get("/api/v1/me/reviews?limit=200")
                .expect(200)
                .path("items")
                .valueStream()
                .anyMatch(line -> line.path("reviewId").asString().equals(reviewId));
    }
}
