package academy.artisan.lms.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.search.index.CourseDocument;
import academy.artisan.lms.search.index.CourseIndex;
import academy.artisan.lms.search.index.IndexRepair;
import academy.artisan.lms.search.index.IndexUpkeep;
import academy.artisan.lms.search.query.ElasticsearchHealth;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SearchTest
class IndexRecoveryIT {

    private final SearchApi search;
    private final Publisher publisher;
    private final CourseIndex index;
    private final IndexRepair repair;
    private final IndexUpkeep upkeep;
    private final ElasticsearchHealth health;
    private final ElasticsearchClient elasticsearch;

    @Autowired
    IndexRecoveryIT(
            SearchApi search,
            Publisher publisher,
            CourseIndex index,
            IndexRepair repair,
            IndexUpkeep upkeep,
            ElasticsearchHealth health,
            ElasticsearchClient elasticsearch) {
        this.search = search;
        this.publisher = publisher;
        this.index = index;
        this.repair = repair;
        this.upkeep = upkeep;
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
    void anIndexOfAnotherDefinitionServesUntilTheNewOneIsFull() throws Exception {
        publisher.publish("榫卯结构", "初级", "木工");
        awaitFound("榫卯结构");
        var ours = index.current().orElseThrow();
        var older = index.alias() + "-0123456789ab";
        elasticsearch.indices().create(create -> create.index(older).aliases(older + "-writes", any -> any));
        elasticsearch
                .indices()
                .updateAliases(update -> update.actions(action -> action.removeIndex(removal -> removal.index(ours)))
                        .actions(
                                action -> action.add(added -> added.index(older).alias(index.alias()))));
        assertThat(index.current()).contains(older);

        upkeep.renew();

        assertThat(index.isAllThereIs(ours)).isTrue();
        awaitFound("榫卯结构");
    }

    @Test
    void anIndexThatNobodyMadeOnPurposeStandsInNobodysWay() throws Exception {
        publisher.publish("掐丝珐琅", "初级", "珐琅");
        awaitFound("掐丝珐琅");
        var ours = index.current().orElseThrow();
        var stray = index.alias() + "-00000000000a";
        elasticsearch.indices().create(create -> create.index(stray));
        publisher.publish("景泰蓝", "初级", "珐琅");
        awaitFound("景泰蓝");

        upkeep.renew();

        assertThat(index.isAllThereIs(ours)).isTrue();
    }

    @Test
    void repairAddsWhatIsMissingAndRemovesWhatIsNotPublished() {
        var course = publisher.publish("竹编工艺", "初级", "竹编");
        awaitFound("竹编工艺");
        var stranger = publisher.publish("临时课程", "初级", "临时");
        awaitFound("临时课程");

        index.remove(Map.of(course.courseId(), 1L));
        index.put(List.of(
                copyUnderAnotherId(CourseDocument.of(new Listing(stranger, false, 1, List.of("everyone")), 0))));
        await().until(() -> search.titles("/courses?tag={tag}", "临时").size() == 2);
        repair.run(index.current().orElseThrow());

        awaitFound("竹编工艺");
        await().until(() -> search.titles("/courses?tag={tag}", "临时").size() == 1);
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
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        publisher.publish("剪纸艺术", "初级", "剪纸");

        awaitFound("漆器制作");
        awaitFound("剪纸艺术");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private void awaitFound(String title) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            var answer = search.ask("/courses?q={q}", title);
            return answer.getStatusCode().is2xxSuccessful()
                    && String.valueOf(answer.getBody()).contains(title)
                    && String.valueOf(answer.getBody()).contains("\"reduced\":false");
        });
    }

    private static CourseDocument copyUnderAnotherId(CourseDocument document) {
        return new CourseDocument(
                CourseId.next(),
                document.version(),
                document.change(),
                document.title(),
                document.summary(),
                document.objectives(),
                document.contents(),
                document.labels(),
                document.pinyin(),
                document.pinyinOfParts(),
                document.initials(),
                document.initialsOfParts(),
                document.names(),
                document.field(),
                document.level(),
                document.language(),
                document.tags(),
                document.groupName(),
                document.lessons(),
                document.durationSeconds(),
                document.learners(),
                document.publishedAt(),
                document.audience());
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
