package academy.artisan.lms.search.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class DraftSearchIT {

    /** What nobody else writes. */
    private final String word = new Random()
            .ints(6, '\u4e00', '\u9fa5')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    private final Academy academy;

    @Autowired
    DraftSearchIT(ApplicationContext context) {
        academy = new Academy(context);
    }

    @Test
    void authorsFindWhatTheirOwnGroupsWriteAndNobodyElseDoes() {
        var draft = Authored.course(academy, "压力容器焊接 " + word, "正文");
        await().until(() -> titles(draft.author(), "yaliruongqi " + word), List.of("压力容器焊接 " + word)::equals);

        assertThat(titles(academy.reviewer(0), word)).hasSize(1);
        assertThat(titles(academy.admin(), word)).hasSize(1);
        for (var other :
                List.of(academy.author(1), academy.reviewer(1), academy.learner(academy.employer("单位 " + word)))) {
            var found = found(other, word, "DRAFTS");
            assertThat(found.path("total").asInt()).isZero();
            assertThat(found.path("items")).isEmpty();
            assertThat(found.path("nearest").asBoolean()).isFalse();
            assertThat(found.at("/facets/field")).isEmpty();
        }
        assertThat(found(draft.author(), word, "CATALOG").path("total").asInt()).isZero();
    }

    @Test
    void aDraftIsFoundAsItWasSavedLastAndNotOnceItIsDeleted() {
        var draft = Authored.course(academy, "旧题 " + word, "正文");
        await().until(() -> titles(draft.author(), word), List.of("旧题 " + word)::equals);

        draft.save(Academy.outline("新题 " + word, Academy.article("课", "正文")));
        await().until(() -> titles(draft.author(), word), List.of("新题 " + word)::equals);

        assertThat(draft.author().delete(draft.path("draft")).status()).isEqualTo(204);
        await().until(() -> titles(draft.author(), word).isEmpty());
        draft.author().post(draft.path("draft/restoration")).expect(200);
        await().until(() -> titles(draft.author(), word), List.of("新题 " + word)::equals);
    }

    @Test
    void aDraftIsFoundByTheNameThatItsGroupHasNow() {
        var draft = Authored.course(academy, "旧组 " + word, "正文");
        await().until(() -> titles(draft.author(), word), List.of("旧组 " + word)::equals);
        var group = "/api/v1/groups/" + academy.group(0);
        var before = academy.admin().get(group).expect(200);

        academy.admin()
                .put(
                        group,
                        Map.of(
                                "name",
                                "改名 " + word,
                                "field",
                                before.path("field").asString()))
                .expect(200);

        await().until(
                        () -> found(draft.author(), word, "DRAFTS")
                                .at("/items/0/groupName")
                                .asString(),
                        ("改名 " + word)::equals);
        academy.admin()
                .put(
                        group,
                        Map.of(
                                "name",
                                before.path("name").asString(),
                                "field",
                                before.path("field").asString()))
                .expect(200);
    }

    @Test
    void whatIsPublishedStaysAmongTheDraftsOfItsGroup() {
        var course = Authored.published(academy, "已发布 " + word, "正文");

        await().until(() -> titles(course.author(), word), List.of("已发布 " + word)::equals);
        await().until(() -> found(academy.learner(academy.employer("单位 " + word)), word, "CATALOG")
                        .path("total")
                        .asInt()
                == 1);
    }

    private static List<String> titles(Api caller, String text) {
        var found = found(caller, text, "DRAFTS");
        return found.path("nearest").asBoolean()
                ? List.of()
                : found.path("items")
                        .valueStream()
                        .map(item -> item.path("title").asString())
                        .toList();
    }

    private static JsonNode found(Api caller, String text, String scope) {
        var query = UriComponentsBuilder.fromPath("/api/v1/search/courses")
                .queryParam("q", "{text}")
                .queryParam("scope", scope)
                .encode()
                .buildAndExpand(Map.of("text", text));
        // The first of all tests may be here before the index is
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> caller.get(query.toUriString()), answer -> answer.status() != 503)
                .expect(200);
    }
}
