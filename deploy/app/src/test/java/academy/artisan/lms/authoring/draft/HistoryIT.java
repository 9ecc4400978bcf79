package academy.artisan.lms.authoring.draft;

import java.util.Map;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Every saved revision can be read, compared and made the newest again. */
@StackTest
class HistoryIT {

    @Autowired
    ApplicationContext context;

    private Academy academy;
    private DraftPath course;

    @BeforeEach
    void createCourse() {
        academy = new Academy(context);
        course = DraftPath.create(academy.author(0), academy.group(0), "历史");
    }

    @Test
    void revisionsTellWhoWhenWhyAndHowMuch() {
        var lesson = course.addArticle(course.addSection("章"), "课", "文");
        var other = course.by(academy.author(0));
        other.seen(course.revision())
                .patch(
                        course.path("/lessons/%s?message=%s".formatted(lesson, "%E6%94%B9%E6%AD%A3")),
                        Map.of("text", "改"))
                .expect(200);
        var items = course.author().get(history("?limit=2")).expect(200);
        var newest = items.at("/items/0");
        assertThat(newest.path("revision").asInt()).isEqualTo(4);
        assertThat(newest.path("message").asString()).isEqualTo("改正");
        assertThat(newest.path("savedByName").asString()).isEqualTo("某人");
        assertThat(newest.at("/changes/EDITED").asInt()).isEqualTo(1);
        assertThat(newest.path("savedBy")).isNotEqualTo(items.at("/items/1/savedBy"));
        var rest = course.author()
                .get(history("?limit=2&after=" + items.path("next").asString()))
                .expect(200);
        assertThat(rest.path("items"))
                .extracting(item -> item.path("revision").asInt())
                .containsExactly(2, 1);
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void anyTwoRevisionsAreCompared() {
        var first = course.addSection("一");
        var second = course.addSection("二");
        var lesson = course.addArticle(first, "课", "文");
        var from = course.revision();
        course.author()
                .post(course.path("/moves"), Map.of("partId", lesson, "to", Map.of("sectionId", second)))
                .expect(200);
        course.patchLesson(lesson, course.revision(), Map.of("title", "改")).expect(200);
        course.seen(course.revision()).delete(course.path("/sections/" + first)).expect(200);
        var to = course.revision();
        var changes = compare(from, to);
        assertThat(changes.path("changes"))
                .extracting(change -> change.path("type").asString())
                .containsExactlyInAnyOrder("MOVED", "EDITED", "REMOVED");
        assertThat(compare(to, from).path("changes"))
                .extracting(change -> change.path("type").asString())
                .containsExactlyInAnyOrder("ADDED", "MOVED", "EDITED");
        assertThat(compare(to, to).path("changes")).isEmpty();
        course.author().get(history("/differences?from=abc&to=1")).expectProblem(422, "invalid-fields");
        course.author().get(history("/differences?from=1&to=999")).expectProblem(404, "not-found");
        course.author().get(history("/differences?from=v1&to=1")).expectProblem(404, "not-found");
    }

    private tools.jackson.databind.JsonNode compare(int from, int to) {
        return course.author()
                .get(history("/differences?from=%d&to=%d".formatted(from, to)))
                .expect(200);
    }

    @Test
    void anEarlierRevisionIsMadeTheNewestAndNothingInBetweenIsForgotten() {
        var section = course.addSection("章");
        course.addArticle(section, "课", "文");
        var good = course.draft();
        course.seen(good.path("revision").asInt())
                .delete(course.path("/sections/" + section))
                .expect(200);
        var reverted = course.seen(course.revision())
                .post(
                        history("/reversions"),
                        Map.of("revision", good.path("revision").asInt()))
                .expect(200);
        assertThat(reverted.path("digest")).isEqualTo(good.path("digest"));
        assertThat(reverted.path("revision").asInt()).isEqualTo(5);
        assertThat(course.author().get(history("/4")).expect(200).at("/content/sections"))
                .isEmpty();
        course.seen(4)
                .post(history("/reversions"), Map.of("revision", 1))
                .expectProblem(412, "draft-changed-meanwhile");
        course.seen(5).post(history("/reversions"), Map.of("revision", 99)).expectProblem(404, "not-found");
        course.author().post(history("/reversions"), Map.of("revision", 1)).expectProblem(428, "revision-required");
    }

    @Test
    void aPublishedVersionIsMadeTheNewestRevisionAgain() {
        var lesson = course.addArticle(course.addSection("章"), "课", "发布的");
        academy.publish(course.author(), academy.reviewer(1), course.courseId());
        var published = course.draft();
        course.patchLesson(lesson, course.revision(), Map.of("text", "改坏的")).expect(200);
        var reverted = course.seen(course.revision())
                .post(history("/reversions"), Map.of("version", 1))
                .expect(200);
        assertThat(reverted.path("digest")).isEqualTo(published.path("digest"));
        assertThat(reverted.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(course.author()
                        .get(history("/differences?from=v1&to=" + course.revision()))
                        .expect(200)
                        .path("changes"))
                .isEmpty();
        course.seen(course.revision())
                .post(history("/reversions"), Map.of("version", 2))
                .expectProblem(404, "not-found");
        course.seen(course.revision()).post(history("/reversions"), Map.of()).expectProblem(422, "invalid-fields");
    }

    @Test
    void savingWhatIsThereAlreadyIsNoRevision() {
        course.addSection("章");
        var draft = course.draft();
        var saved = course.seen(draft.path("revision").asInt())
                .put(course.path(""), draft)
                .expect(200);
        assertThat(saved.path("revision")).isEqualTo(draft.path("revision"));
    }

    private String history(String rest) {
        return "/api/v1/courses/%s/revisions%s".formatted(course.courseId(), rest);
    }
}
