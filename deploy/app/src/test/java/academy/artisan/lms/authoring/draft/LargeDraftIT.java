package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Documents;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A course of 20 sections and 1 000 lessons costs as many statements as one of a single lesson. */
@StackTest
class LargeDraftIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    private Academy academy;
    private DraftPath small;
    private DraftPath large;

    @BeforeEach
    void writeBoth() {
        academy = new Academy(context);
        small = DraftPath.create(academy.author(0), academy.group(0), "小课");
        small.seen(1).put(small.path(""), DraftPath.outline("小课", 1, 1)).expect(200);
        large = DraftPath.create(academy.author(0), academy.group(0), "大课");
        large.seen(1).put(large.path(""), DraftPath.outline("大课", 20, 50)).expect(200);
    }

    @Test
    void itIsReadEditedComparedAndRevertedWithoutAStatementPerLesson() {
        assertThat(cost(large))
                .isEqualTo(cost(small))
                .allSatisfy(statements -> assertThat(statements).isBetween(2, 13));
    }

    private List<Integer> cost(DraftPath course) {
        var lesson = course.draft().at("/sections/0/lessons/0/id").asString();
        var revisions = "/api/v1/courses/%s/revisions".formatted(course.courseId());
        var outline = course.draft();
        return List.of(
                statements(() -> course.draft()),
                statements(() ->
                        course.patchLesson(lesson, 2, Map.of("title", "改")).expect(200)),
                statements(() -> course.seen(3).put(course.path(""), outline).expect(200)),
                statements(() -> course.author()
                        .get(revisions + "/differences?from=1&to=3")
                        .expect(200)),
                statements(() -> course.seen(4)
                        .post(revisions + "/reversions", Map.of("revision", 3))
                        .expect(200)),
                statements(() -> course.author().get(course.path("/checks")).expect(200)));
    }

    @Test
    void aSmallEditOfALargeCourseKeepsASmallRevision() {
        var lesson = large.draft().at("/sections/7/lessons/7/id").asString();
        large.patchLesson(lesson, 2, Map.of("title", "改")).expect(200);
        var kept = context.getBean(JdbcClient.class)
                .sql("""
                        select count(*) from authoring.part_revision
                        where course_id = :course and revision = 3
                        """)
                .param("course", UUID.fromString(large.courseId()))
                .query(Integer.class)
                .single();
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void aDraftThatGrowsTooLargeIsRefusedWithTheLimit() {
        var author = academy.author(0);
        var course = DraftPath.create(author, academy.group(0), "长课");
        var section = course.addSection("章");
        var text = "长".repeat(100_000);
        IntStream.range(0, 10).forEach(number -> course.addArticle(section, "课" + number, text));
        var problem = author.post(
                        course.path("/sections/%s/lessons".formatted(section)),
                        Map.of("title", "多余", "kind", "ARTICLE", "text", text))
                .expectProblem(422, "draft-too-large");
        assertThat(problem.path("maxBytes").asInt()).isEqualTo(3 * 1024 * 1024);
        assertThat(course.draft().at("/sections/0/lessons")).hasSize(10);
    }

    @Test
    void oneLessonMoreThanAThousandIsRefused() {
        var section = large.draft().at("/sections/0/id").asString();
        large.author()
                .post(large.path("/sections/%s/lessons".formatted(section)), Map.of("title", "多余", "kind", "VIDEO"))
                .expectProblem(422, "invalid-fields");
    }

    @Test
    void aCourseOfManyDocumentsCostsAsManyStatementsAsOneOfASingle() {
        var author = academy.author(0);
        var one = DraftPath.create(author, academy.group(0), "一份");
        var many = DraftPath.create(author, academy.group(0), "多份");
        var files = IntStream.range(0, 5)
                .mapToObj(number -> academy.file(author, 0, number + ".pdf", Documents.pdf(1, "page " + number))
                        .path("fileId")
                        .asString())
                .toList();
        assertThat(costOfDocuments(many, files, 500)).isEqualTo(costOfDocuments(one, files, 1));
    }

    private List<Integer> costOfDocuments(DraftPath course, List<String> files, int count) {
        var lessons = IntStream.range(0, count)
                .mapToObj(number -> Academy.document("讲义" + number, files.get(number % files.size())))
                .toList();
        var outline = Map.of(
                "title", "课",
                "summary", "",
                "level", "初级",
                "tags", List.of(),
                "sections", List.of(Map.of("title", "章", "lessons", lessons)));
        return List.of(
                statements(() -> course.seen(1).put(course.path(""), outline).expect(200)),
                statements(() -> course.author().get(course.path("/checks")).expect(200)));
    }

    private int statements(Supplier<?> request) {
        work.reset();
        var _ = request.get();
        return work.counted().sqlStatements();
    }
}
