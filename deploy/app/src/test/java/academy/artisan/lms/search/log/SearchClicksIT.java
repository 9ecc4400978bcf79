package academy.artisan.lms.search.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Clicks on what was found. */
class SearchClicksIT extends LoggedQueries {

    @Test
    void aClickCountsOnceForASearchOfTheLastHours() {
        var courseId = academy.published("点击", "文");
        awaitShelved(courseId);
        var query = letters();
        var searchId = search("q=" + query);
        var path = "/api/v1/search/%s/clicks".formatted(searchId);
        learner.post(path, Map.of("courseId", courseId, "position", 3)).expect(204);
        learner.post(path, Map.of("courseId", courseId, "position", 1)).expect(204);
        assertThat(jdbc.sql("select clicks || '/' || position_sum from search.query_day where query = :query")
                        .param("query", query)
                        .query(String.class)
                        .list())
                .containsExactly("1/3");
        learner.post(
                        "/api/v1/search/%s/clicks".formatted(UUID.randomUUID()),
                        Map.of("courseId", courseId, "position", 1))
                .expectProblem(404, "not-found");
        learner.post(path, Map.of("courseId", UUID.randomUUID().toString(), "position", 1))
                .expectProblem(404, "not-found");
        learner.post(path, Map.of("courseId", courseId, "position", 0)).expectProblem(400, "invalid-request");
        learner.post(path, Map.of("courseId", courseId)).expectProblem(400, "invalid-request");
        assertThat(academy.nobody()
                        .post(path, Map.of("courseId", courseId, "position", 1))
                        .status())
                .isEqualTo(401);
        jdbc.sql("update search.logged_search set asked_at = asked_at - interval '2 hours' where search_id = :id")
                .param("id", UUID.fromString(searchId))
                .update();
        learner.post(path, Map.of("courseId", courseId, "position", 1)).expectProblem(404, "not-found");
    }

    @Test
    void aClickTellsNothingOfACourseThatIsClosedToWhoTells() {
        var courseId = academy.published("只给别处", "文");
        awaitShelved(courseId);
        var sharing = "/api/v1/courses/%s/sharing".formatted(courseId);
        author.header("If-Match", author.get(sharing).header("ETag"))
                .put(sharing, Map.of("everyone", false, "unitIds", List.of(academy.employer("别处"))))
                .expect(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql(
                                "select not 'everyone' = any(audience) from search.shelved_course where course_id = :course")
                        .param("course", UUID.fromString(courseId))
                        .query(Boolean.class)
                        .single());
        var click = Map.of("courseId", courseId, "position", 1);
        learner.post("/api/v1/search/%s/clicks".formatted(search("q=" + letters())), click)
                .expectProblem(404, "not-found");
        author.post(
                        "/api/v1/search/%s/clicks"
                                .formatted(author.get("/api/v1/search/courses?q=" + letters())
                                        .expect(200)
                                        .path("searchId")
                                        .asString()),
                        click)
                .expect(204);
    }

    private void awaitShelved(String courseId) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select exists (select from search.shelved_course where course_id = :course)")
                        .param("course", UUID.fromString(courseId))
                        .query(Boolean.class)
                        .single());
    }
}
