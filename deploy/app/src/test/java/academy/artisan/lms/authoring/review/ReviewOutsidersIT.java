package academy.artisan.lms.authoring.review;

import java.util.Map;

import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Reviewers of other groups read what was submitted: no more, and as long as they need it. */
@StackTest
class ReviewOutsidersIT {

    @Autowired
    ApplicationContext context;

    private ReviewStory story;
    private Api outsider;
    private String lesson;

    @BeforeEach
    void begin() {
        story = new ReviewStory(context, "OTHER_GROUP");
        outsider = story.academy.reviewer(1);
        lesson = story.lesson(0, 0);
    }

    @Test
    void whileAReviewIsOpenTheyReadTheDraftAsItWasSubmitted() {
        outsider.get(story.draftPath()).expectProblem(404, "not-found");
        var review = story.submitted();
        var submitted = story.draft();
        story.edit(story.author, lesson, "还没有提交");
        var read = outsider.get(story.draftPath()).expect(200);
        assertThat(read.path("revision")).isEqualTo(submitted.path("revision"));
        assertThat(read.path("digest")).isEqualTo(submitted.path("digest"));
        assertThat(read.path("sections")).isEqualTo(submitted.path("sections"));
        assertThat(outsider.get(story.draftPath() + "/lessons/%s/preview".formatted(lesson))
                        .expect(200)
                        .path("html")
                        .asString())
                .contains("正文");
        var seen = story.read(outsider, review);
        assertThat(seen.path("stale").asBoolean()).isTrue();
        assertThat(seen.toString()).doesNotContain("还没有提交");
        assertThat(story.read(story.author, review).toString()).contains("还没有提交");
    }

    @Test
    void afterApprovalTheyReadNoDraftNoHistoryAndNoPreview() {
        story.decide(outsider, story.submitted(), "APPROVE").expect(200);
        story.edit(story.author, lesson, "还没有提交");
        var revisions = "/api/v1/courses/%s/revisions".formatted(story.courseId);
        outsider.get(story.draftPath()).expectProblem(404, "not-found");
        outsider.get(story.draftPath() + "/checks").expectProblem(404, "not-found");
        outsider.get(story.draftPath() + "/lessons/%s/preview".formatted(lesson))
                .expectProblem(404, "not-found");
        outsider.get(revisions).expectProblem(404, "not-found");
        outsider.get(revisions + "/3").expectProblem(404, "not-found");
        outsider.get(revisions + "/differences?from=2&to=3").expectProblem(404, "not-found");
        story.submitted();
        outsider.get(revisions).expectProblem(404, "not-found");
    }

    @Test
    void whoDecidedKeepsReadingWhatTheyDecidedOn() {
        var review = story.submitted();
        var digest = story.draft().path("digest").asString();
        var content = outsider.get("/api/v1/reviews/%s/content".formatted(review));
        assertThat(content.expect(200).path("digest").asString()).isEqualTo(digest);
        story.decide(outsider, review, "REJECT").expect(200);
        story.edit(story.author, lesson, "还没有提交");
        var kept = outsider.get("/api/v1/reviews/%s/content".formatted(review)).expect(200);
        assertThat(kept.path("digest").asString()).isEqualTo(digest);
        assertThat(kept.at("/content/sections/0/lessons/0/text").asString()).isEqualTo("正文");
        var preview = "/api/v1/reviews/%s/lessons/%s/preview".formatted(review, lesson);
        assertThat(outsider.get(preview).expect(200).path("html").asString()).contains("正文");
        var other = story.academy.reviewer(2);
        other.get("/api/v1/reviews/%s/content".formatted(review)).expectProblem(404, "not-found");
        other.get(preview).expectProblem(404, "not-found");
        story.author.get(preview).expect(200);
    }

    @Test
    void theyCopyNoDraft() {
        story.submitted();
        var copies = "/api/v1/groups/%s/courses/copies".formatted(story.academy.group(1));
        outsider.post(copies, Map.of("courseId", story.courseId)).expectProblem(404, "not-found");
        story.decide(outsider, story.submitted(), "APPROVE").expect(200);
        story.publish().expect(201);
        outsider.post(copies, Map.of("courseId", story.courseId)).expectProblem(404, "not-found");
        outsider.post(copies, Map.of("courseId", story.courseId, "version", 1)).expect(201);
    }
}
