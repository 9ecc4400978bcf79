package academy.artisan.lms.demo;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.DemoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DemoTest
class DemonstrationIT {

    private static final int COURSES = 6;

    @Autowired
    private Demonstration demonstration;

    @Autowired
    private JdbcClient jdbc;

    private final Api api;

    DemonstrationIT(@Autowired ApplicationContext context) {
        api = Academy.nobody(context);
    }

    @BeforeEach
    void demonstrationIsComplete() {
        await().atMost(Duration.ofMinutes(4)).until(() -> published() == COURSES);
    }

    @Test
    void everyAccountHasItsPlace() {
        assertThat(me("admin").path("roles").toString()).contains("ADMIN");
        assertThat(me("author1").at("/groups/0/name").asString()).contains("智能制造与装备");
        assertThat(me("author2").at("/groups/0/name").asString()).contains("文化创意");
        assertThat(me("reviewer1").path("roles").toString()).contains("LEAD");
        assertThat(me("hr1").path("units").toString()).contains("示例单位甲").doesNotContain("示例单位乙");
        assertThat(me("learner1").path("units")).hasSize(1);
        assertThat(me("learner40").path("roles").toString()).isEqualTo("[\"LEARNER\"]");
    }

    @Test
    void secondRunChangesNothing() {
        var before = counts();
        demonstration.begin();
        demonstration.complete();
        assertThat(counts()).isEqualTo(before);
        assertThat(me("learner1").path("name").asString()).isEqualTo("学员01");
    }

    @Test
    void courseWithFilmsIsFoundByChineseWords() {
        var learner = api.as("learner2", DemoTest.PASSWORD);
        await().atMost(Duration.ofSeconds(30)).until(() -> found(learner).contains("焊接机器人操作与编程基础"));
        assertThat(count("demo.made"))
                .as("six courses and the six films of two of them")
                .isEqualTo(12);
    }

    private static List<String> found(Api learner) {
        var items = learner.get("/api/v1/search/courses?q=%E7%84%8A%E6%8E%A5%E6%9C%BA%E5%99%A8%E4%BA%BA")
                .expect(200)
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("title").asString())
                .toList();
    }

    private JsonNode me(String username) {
        return api.as(username, DemoTest.PASSWORD).get("/api/v1/me").expect(200);
    }

    private int published() {
        return count("course.open_course");
    }

    private List<Integer> counts() {
        return List.of(
                count("identity.person"),
                count("organization.unit"),
                count("organization.member"),
                count("authoring.draft"),
                count("course.version"),
                count("demo.made"));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
