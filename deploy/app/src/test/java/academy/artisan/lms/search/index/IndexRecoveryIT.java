package academy.artisan.lms.search.index;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.search.Publisher;
import academy.artisan.lms.search.SearchApi;
import academy.artisan.lms.search.SearchTest;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import com.jayway.jsonpath.DocumentContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SearchTest
class IndexRecoveryIT {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final SearchApi search;
    private final Publisher publisher;
    private final Indices indices;
    private final SearchIndex index;
    private final CourseContents contents;
    private final HealthIndicator health;
    private final ElasticsearchClient elasticsearch;

    @Autowired
    IndexRecoveryIT(
            SearchApi search,
            Publisher publisher,
            Indices indices,
            CourseContents contents,
            @Qualifier("elasticsearchHealthIndicator") HealthIndicator health,
            ElasticsearchClient elasticsearch) {
        this.search = search;
        this.publisher = publisher;
        this.indices = indices;
        this.index = indices.of(CourseContents.NAME);
        this.contents = contents;
        this.health = health;
        this.elasticsearch = elasticsearch;
    }

    @Test
    void anIndexThatIsLostIsMadeAgain() throws Exception {
        publisher.publish("陶瓷拉坯", "初级", "陶艺");
        awaitFound("陶瓷拉坯");

        elasticsearch.indices().delete(delete -> delete.index(index.current().orElseThrow()));

        awaitFound("陶瓷拉坯");
    }

    @Test
    void oneOfAnotherDefinitionDoesNotServeUnlessItIsOfANewerRelease() throws Exception {
        publisher.publish("榫卯结构", "初级", "木工");
        awaitFound("榫卯结构");
        var ours = indices.definition(contents);
        assertThat(index.serves(ours)).isTrue();

        var json = ours.json().replace("\"6\"", "\"7\"").replace("500ms", "501ms");
        assertThat(index.serves(new IndexDefinition(json, ours.format(), true))).isFalse();
        assertThat(index.serves(new IndexDefinition(json, ours.format() - 1, true)))
                .isTrue();
    }

    @Test
    void anIndexThatNobodyMadeOnPurposeGoesWithTheNextRebuilding() throws Exception {
        publisher.publish("掐丝珐琅", "初级", "珐琅");
        awaitFound("掐丝珐琅");
        var before = index.current();
        var stray = index.alias() + "-00000000000a";
        elasticsearch.indices().create(create -> create.index(stray));
        publisher.publish("景泰蓝", "初级", "珐琅");
        awaitFound("景泰蓝");

        var work = ended(search.posted("/rebuilds", "{\"index\": \"courses\"}"));

        assertThat(work.<Integer>read("$.done"))
                .isEqualTo(work.<Integer>read("$.expected"))
                .isEqualTo((int) index.count());
        assertThat(index.current()).isPresent().isNotEqualTo(before);
        assertThat(elasticsearch
                        .indices()
                        .get(all -> all.index(index.alias() + "-*"))
                        .indices())
                .containsOnlyKeys(index.current().orElseThrow());
        assertThat(search.titles("/courses?q={q}&tag={tag}", "", "珐琅")).containsExactlyInAnyOrder("掐丝珐琅", "景泰蓝");
    }

    @Test
    void anIndexThatDoesNotKnowWhatIsStoredTodayKeepsNoNewsFromTheOther() throws Exception {
        publisher.publish("铜雕工艺", "初级", "铜雕");
        awaitFound("铜雕工艺");
        var older = index.alias() + "-000000000000";
        elasticsearch
                .indices()
                .create(create -> create.index(older)
                        .aliases(older + "-writes", any -> any)
                        .mappings(strict -> strict.dynamic(DynamicMapping.Strict)));

        publisher.publish("铁画工艺", "初级", "铁画");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> search.titles("/courses?q={q}", "铁画工艺").contains("铁画工艺"));
        elasticsearch.indices().delete(delete -> delete.index(older));
    }

    @Test
    void whatIsHeldAsOfATimeToComeIsRepairedAllTheSame() {
        var course = publisher.publish("木版年画", "初级", "年画");
        awaitFound("木版年画");
        var tomorrow =
                contents.of(course.courseId()).version() + Duration.ofDays(1).toNanos() / 1000;
        index.put(List.of(Entry.gone(course.courseId(), tomorrow)));
        await().until(() -> search.titles("/courses?tag={tag}", "年画").isEmpty());

        ended(search.posted("/checks", "{\"index\": \"courses\"}"));

        awaitFound("木版年画");
    }

    @Test
    void aCheckNamesAndRepairsWhatIsMissingOutdatedOrTooMuch() {
        var missing = publisher.publish("竹编工艺", "初级", "竹编");
        var outdated = publisher.publish("竹刻工艺", "初级", "竹刻");
        var surplus = CourseId.next();
        awaitFound("竹编工艺");
        awaitFound("竹刻工艺");
        var later = contents.of(missing.courseId()).version() + 1;
        index.put(List.of(
                Entry.gone(missing.courseId(), later),
                Entry.of(outdated.courseId(), later, document(renamed(outdated, outdated.courseId()))),
                Entry.of(surplus, later, document(renamed(outdated, surplus)))));
        await().until(() -> search.titles("/courses?q={q}", "不叫这个").stream()
                        .filter("不叫这个"::equals)
                        .count()
                == 2);

        var work = ended(search.posted("/checks", "{\"index\": \"courses\"}"));

        assertThat(work.<List<Object>>read("$.found.differences"))
                .containsExactlyInAnyOrder(
                        Map.of("courseId", missing.courseId().toString(), "kind", "MISSING"),
                        Map.of("courseId", outdated.courseId().toString(), "kind", "OUTDATED"),
                        Map.of("courseId", surplus.toString(), "kind", "SURPLUS"));
        assertThat(work.<Integer>read("$.found.missing")).isEqualTo(1);
        assertThat(work.<Integer>read("$.found.outdated")).isEqualTo(1);
        assertThat(work.<Integer>read("$.found.surplus")).isEqualTo(1);
        awaitFound("竹编工艺");
        awaitFound("竹刻工艺");
        assertThat(search.titles("/courses?q={q}", "不叫这个")).doesNotContain("不叫这个");
        var again = ended(search.posted("/checks", "{\"index\": \"courses\"}"));
        assertThat(again.<List<Object>>read("$.found.differences")).isEmpty();
    }

    @Test
    void onlyAdministratorsRebuildAndOnlyWhatThereIs() {
        assertThat(search.post("/rebuilds", "{\"index\": \"courses; drop\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(search.post("/checks", "{\"index\": null}").getStatusCode().value())
                .isEqualTo(422);
        assertThat(search.anonymous()
                        .post()
                        .uri("/api/v1/search/rebuilds")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(search.ask("/rebuilds/" + CourseId.next()).getStatusCode().value())
                .isEqualTo(404);
    }

    @Test
    void whatNobodyIsToFindKeepsItsPlaceSoThatLateNewsDoesNotBringItBack() {
        var course = publisher.publish("临时课程", "初级", "临时");
        awaitFound("临时课程");
        var late = contents.of(course.courseId());
        index.put(List.of(Entry.gone(course.courseId(), late.version() + 1)));
        await().until(() -> search.titles("/courses?tag={tag}", "临时").isEmpty());

        index.put(List.of(late));

        index.refresh(index.alias());
        assertThat(search.titles("/courses?tag={tag}", "临时")).isEmpty();
        index.put(List.of(contents.of(course.courseId())));
        awaitFound("临时课程");
    }

    @Test
    void whileElasticsearchIsAwaySearchFindsLessSaysSoAndCatchesUp() {
        publisher.publish("漆器制作", "初级", "漆艺");
        awaitFound("漆器制作");

        killElasticsearch();

        var answer = search.found("/courses?q={q}&limit=5", "漆器");
        assertThat(answer.<Boolean>read("$.reduced")).isTrue();
        assertThat(answer.<List<String>>read("$.items[*].title")).containsExactly("漆器制作");
        assertThat(answer.<Integer>read("$.total")).isEqualTo(1);
        assertThat(search.titles("/courses?q={q}", "漆藝")).containsExactly("漆器制作");
        assertThat(search.titles("/courses?q={q}&level={level}", "漆器", "高级")).isEmpty();
        assertThat(search.titles("/courses?q={q}", "漆%_")).isEmpty();
        assertThat(search.titles("/suggestions?q={q}", "漆")).contains("漆器制作");
        assertThat(status()).isEqualTo(Status.DOWN);
        publisher.publish("剪纸艺术", "初级", "剪纸");

        awaitFound("漆器制作");
        awaitFound("剪纸艺术");
        assertThat(status()).isEqualTo(Status.UP);
    }

    private DocumentContext ended(DocumentContext asked) {
        var path = "/%s/%s"
                .formatted(
                        asked.<String>read("$.task").equals("CHECK") ? "checks" : "rebuilds",
                        asked.<String>read("$.workId"));
        return await().atMost(A_WHILE)
                .until(
                        () -> Optional.of(search.found(path))
                                .filter(work -> work.<String>read("$.state").equals("ENDED")),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Status status() {
        return Objects.requireNonNull(health.health()).getStatus();
    }

    private void awaitFound(String title) {
        await().atMost(A_WHILE).until(() -> {
            var answer = search.ask("/courses?q={q}", title);
            return answer.getStatusCode().is2xxSuccessful()
                    && String.valueOf(answer.getBody()).contains(title)
                    && String.valueOf(answer.getBody()).contains("\"reduced\":false");
        });
    }

    private static CourseDocument document(CourseVersion course) {
        return CourseDocument.of(new Listing(course, false, 1, List.of("everyone")));
    }

    private static CourseVersion renamed(CourseVersion course, CourseId courseId) {
        return new CourseVersion(
                courseId,
                course.version(),
                course.digest(),
                course.groupId(),
                course.groupName(),
                course.field(),
                CourseAttributes.of("不叫这个", course.summary(), course.level(), course.tags()),
                course.sections(),
                course.publishedAt());
    }

    private static void killElasticsearch() {
        var node = ProcessHandle.current()
                .descendants()
                // What is told of a command line has an end, and this part of it comes early
                .filter(process -> process.info().commandLine().orElse("").contains("elasticsearch.jsa"))
                .findFirst()
                .orElseThrow();
        node.destroyForcibly();
        node.onExit().join();
    }
}
