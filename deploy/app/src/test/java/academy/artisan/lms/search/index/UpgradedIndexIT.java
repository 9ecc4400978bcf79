package academy.artisan.lms.search.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.Publisher;
import academy.artisan.lms.search.SearchApi;
import academy.artisan.lms.search.SearchTest;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An index as an earlier release made it: strict, and without what is stored of a course today. */
@SearchTest
class UpgradedIndexIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final SearchApi search;
    private final Publisher publisher;
    private final Indices indices;
    private final SearchIndex index;
    private final CourseContents contents;
    private final IndexWorkRecords records;
    private final IndexWorker worker;
    private final ElasticsearchClient elasticsearch;
    private final JdbcClient jdbc;

    @Autowired
    UpgradedIndexIT(
            SearchApi search,
            Publisher publisher,
            Indices indices,
            CourseContents contents,
            IndexWorkRecords records,
            IndexWorker worker,
            ElasticsearchClient elasticsearch,
            JdbcClient jdbc) {
        this.search = search;
        this.publisher = publisher;
        this.indices = indices;
        this.index = indices.of(CourseContents.NAME);
        this.contents = contents;
        this.records = records;
        this.worker = worker;
        this.elasticsearch = elasticsearch;
        this.jdbc = jdbc;
    }

    @Test
    void theFirstStartAfterAnUpgradeMakesItAnewAndKeepsWhatIsPublishedMeanwhile() throws Exception {
        var known = publisher.publish("古琴斫制", "初级", "乐器").courseId();
        awaitFoundOnce("古琴斫制");
        var older = older("0123456789ab");
        put(older, known, "古琴斫制");
        put(older, CourseId.next(), "古埙烧制");
        servesInsteadOfAllOthers(older);

        var start = new IndexUpkeep(indices, records, worker, Clock.systemUTC());
        start.begin();
        publisher.publish("古筝制作", "初级", "乐器");

        awaitFoundOnce("古琴斫制");
        awaitFoundOnce("古筝制作");
        assertThat(search.titles("/courses?tag={tag}", "乐器")).containsExactlyInAnyOrder("古琴斫制", "古筝制作");
        assertThat(search.titles("/courses?q={q}", "古埙烧制")).doesNotContain("古埙烧制");
        assertOnlyOursIsThereAndNoNewsIsLeft();
        start.destroy();
    }

    @Test
    void whatANodeOfThatReleasePutsBesideOursDoesNotStay() throws Exception {
        var known = publisher.publish("琵琶制作", "初级", "弹拨").courseId();
        awaitFoundOnce("琵琶制作");
        var older = older("ba9876543210");
        put(older, known, "琵琶制作");

        servesBesideOurs(older);
        publisher.publish("三弦制作", "初级", "弹拨");

        await().atMost(SOON).until(() -> index.current().isPresent());
        awaitFoundOnce("琵琶制作");
        awaitFoundOnce("三弦制作");
        assertOnlyOursIsThereAndNoNewsIsLeft();
    }

    private String older(String digest) throws IOException {
        var name = index.alias() + "-" + digest;
        try (var definition = new ClassPathResource("search/courses-of-an-earlier-release.json").getInputStream()) {
            elasticsearch
                    .indices()
                    .create(create -> create.index(name).withJson(definition).aliases(name + "-writes", any -> any));
        }
        return name;
    }

    private void put(String older, CourseId courseId, String title) throws IOException {
        var document = """
                {"courseId": "%s", "version": 1, "title": "%s", "names": ["%2$s"], "audience": ["everyone"]}
                """.formatted(courseId, title);
        elasticsearch.index(put -> put.index(older)
                .id(courseId.toString())
                .document(BinaryData.of(document.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON)));
        elasticsearch.indices().refresh(refresh -> refresh.index(older));
    }

    private void servesInsteadOfAllOthers(String older) throws IOException {
        var current = index.current().orElseThrow();
        var removal = Action.of(action -> action.removeIndex(removed -> removed.index(current)));
        elasticsearch.indices().updateAliases(update -> update.actions(removal, serving(older)));
    }

    private void servesBesideOurs(String older) throws IOException {
        elasticsearch.indices().updateAliases(update -> update.actions(serving(older)));
    }

    private Action serving(String older) {
        return Action.of(action -> action.add(added -> added.index(older).alias(index.alias())));
    }

    private void awaitFoundOnce(String title) {
        await(title).atMost(SOON).until(() -> {
            var answer = search.found("/courses?q={q}", title);
            return !answer.<Boolean>read("$.reduced")
                    && answer.<List<String>>read("$.items[*].title").stream()
                                    .filter(title::equals)
                                    .count()
                            == 1;
        });
    }

    private void assertOnlyOursIsThereAndNoNewsIsLeft() throws IOException {
        await().atMost(SOON).until(() -> index.serves(indices.definition(contents)));
        assertThat(elasticsearch
                        .indices()
                        .get(all -> all.index(index.alias() + "-*"))
                        .indices())
                .containsOnlyKeys(index.current().orElseThrow());
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from event_publication where listener_id like 'search.%'")
                                .query(Integer.class)
                                .single()
                        == 0);
    }
}
