package academy.artisan.lms.authoring.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class ExchangeIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    private Installation here;
    private Installation there;
    private Api author;
    private Api authorThere;

    @BeforeEach
    void people() {
        here = Installation.of(context);
        there = Installation.another();
        author = here.academy().author(0);
        authorThere = there.academy().author(0);
    }

    private static Map<String, Object> outline(String title, int sections, int lessons) {
        return Map.of(
                "title",
                title,
                "summary",
                "从示教到编程",
                "level",
                "初级",
                "tags",
                List.of("焊接"),
                "objectives",
                List.of("会示教"),
                "sections",
                IntStream.range(0, sections)
                        .mapToObj(section -> Map.of(
                                "title",
                                "第 %d 章".formatted(section + 1),
                                "lessons",
                                IntStream.range(0, lessons)
                                        .mapToObj(lesson ->
                                                Academy.article("课 %d-%d".formatted(section, lesson), "正文".repeat(50)))
                                        .toList()))
                        .toList());
    }

    private String course(Map<String, Object> outline) {
        var course = here.academy().draft(author, 0, "新课", "字");
        save(author, course, 2, outline);
        return course;
    }

    private static void save(Api author, String courseId, int seen, Map<String, Object> outline) {
        author.header("If-Match", "\"%d\"".formatted(seen))
                .put("/api/v1/courses/%s/draft".formatted(courseId), outline)
                .expect(200);
    }

    /** Two versions, and a draft beyond them. */
    private String writtenAndPublished() {
        var courseId = course(outline("焊接机器人 " + UUID.randomUUID(), 20, 3));
        here.academy().publish(author, here.academy().reviewer(1), courseId);
        save(author, courseId, 3, outline("焊接机器人（第二版）", 20, 2));
        here.academy().publish(author, here.academy().reviewer(1), courseId);
        save(author, courseId, 4, outline("焊接机器人（修订中）", 20, 4));
        return courseId;
    }

    @Test
    void aCourseComesBackEqualOnAnotherInstallation() {
        var courseId = writtenAndPublished();
        var archive = here.export(author, courseId);

        assertThat(there.imported(authorThere, 0, archive)).isEqualTo(courseId);

        var again = there.export(authorThere, courseId);
        assertThat(Zips.content(archive).keySet())
                .containsExactly(
                        "draft.json",
                        "versions/1.json",
                        "versions/1.facts.json",
                        "versions/2.json",
                        "versions/2.facts.json");
        assertThat(Zips.content(again)).containsExactlyEntriesOf(Zips.content(archive));
        assertThat(Zips.manifest(again).path("entries"))
                .isEqualTo(Zips.manifest(archive).path("entries"));
        assertThat(Zips.manifest(again).path("versions"))
                .isEqualTo(Zips.manifest(archive).path("versions"));
        assertThat(authorThere.get(draft(courseId)).expect(200).path("digest"))
                .isEqualTo(author.get(draft(courseId)).expect(200).path("digest"));
    }

    private static String draft(String courseId) {
        return "/api/v1/courses/%s/draft".formatted(courseId);
    }

    @Test
    void equalContentMakesEqualBytesButForTheManifest() {
        var courseId = writtenAndPublished();
        var one = here.export(author, courseId);
        var other = here.export(author, courseId);
        var most = one.length * 3 / 4;
        assertThat(Arrays.copyOf(one, most)).isEqualTo(Arrays.copyOf(other, most));
        assertThat(Zips.content(one)).containsExactlyEntriesOf(Zips.content(other));
    }

    @Test
    void theDraftInTheArchiveIsWhatItsDigestSays() {
        var courseId = writtenAndPublished();
        var archive = here.export(author, courseId);
        var canonical = Zips.text(archive, "draft.json");
        assertThat(CanonicalJson.sha256(canonical))
                .isEqualTo(
                        author.get(draft(courseId)).expect(200).path("digest").asString());
    }

    @Test
    void importedVersionsAreOpenOnlyWhenTheGroupPublishesHere() {
        var courseId = writtenAndPublished();
        there.imported(authorThere, 0, here.export(author, courseId));

        authorThere.get("/api/v1/catalog/courses/" + courseId).expect(404);
        var restored = authorThere.post("/api/v1/courses/%s/restoration".formatted(courseId));
        assertThat(restored.status()).as(restored.text()).isBetween(400, 499);
        authorThere.get("/api/v1/catalog/courses/" + courseId).expect(404);
        assertThat(authorThere
                        .post("/api/v1/courses/%s/publications".formatted(courseId))
                        .status())
                .isEqualTo(409);

        var published = there.academy().publish(authorThere, there.academy().reviewer(1), courseId);
        assertThat(published.path("version").asInt()).isEqualTo(3);
        var verification = authorThere
                .get("/api/v1/catalog/courses/%s/versions/2/verification".formatted(courseId))
                .expect(200);
        assertThat(verification.path("digest").asString())
                .isEqualTo(author.get("/api/v1/catalog/courses/%s/versions/2/verification".formatted(courseId))
                        .expect(200)
                        .path("digest")
                        .asString());
    }

    @Test
    void whatWasApprovedElsewhereIsNewToReviewersHere() {
        var courseId = writtenAndPublished();
        there.imported(authorThere, 0, here.export(author, courseId));
        var review = authorThere
                .post("/api/v1/courses/%s/reviews".formatted(courseId))
                .expect(201)
                .path("reviewId")
                .asString();
        var seen = there.academy().reviewer(1).get("/api/v1/reviews/" + review).expect(200);
        assertThat(seen.path("changesSinceApproved").path("version").isMissingNode()
                        || seen.path("changesSinceApproved").path("version").isNull())
                .isTrue();
        assertThat(seen.path("parts")
                        .valueStream()
                        .map(part -> part.path("standing").asString()))
                .containsOnly("NEW");
    }

    @Test
    void theSameFileTwiceIsOneCourse() {
        var archive = here.export(author, writtenAndPublished());
        var courseId = there.imported(authorThere, 0, archive);
        var rows = there.rows();
        assertThat(there.imported(there.academy().author(0), 0, archive)).isEqualTo(courseId);
        assertThat(there.rows()).isEqualTo(rows);
    }

    @Test
    void theSameFileManyTimesAtOnceIsOneCourse() {
        var courseId = writtenAndPublished();
        var archive = here.export(author, courseId);
        var before = there.rows();
        var imports = IntStream.range(0, 6)
                .parallel()
                .mapToObj(ignored -> there.upload(authorThere, 0, archive, false))
                .toList();
        assertThat(imports)
                .allSatisfy(importId -> assertThat(there.outcome(authorThere, importId)
                                .path("courseId")
                                .asString())
                        .isEqualTo(courseId));
        assertThat(there.rows().getFirst()).isEqualTo(before.getFirst() + 1);
        assertThat(there.rows().getLast()).isZero();
    }

    @Test
    void aCourseThatWasChangedHereIsNotOverwritten() {
        var courseId = writtenAndPublished();
        var archive = here.export(author, courseId);
        there.imported(authorThere, 0, archive);
        save(authorThere, courseId, 1, outline("另改", 1, 1));
        var outcome = there.take(authorThere, 0, archive, false);
        assertThat(outcome.path("state").asString()).isEqualTo("REFUSED");
        assertThat(outcome.at("/problems/0/code").asString()).isEqualTo("course-exists");
        assertThat(outcome.at("/problems/0/message").asString()).contains(courseId, "Its draft says something else.");
        var chinese = authorThere
                .header("Accept-Language", "zh-CN")
                .get("/api/v1/imports/" + outcome.path("importId").asString())
                .expect(200);
        assertThat(chinese.at("/problems/0/message").asString()).contains("草稿内容不同");
        assertThat(authorThere.get(draft(courseId)).expect(200).path("title").asString())
                .isEqualTo("另改");
        assertThat(there.refused(there.academy().author(1), 1, archive)).isEqualTo("course-of-another-group");
    }

    @Test
    void aCopyIsANewCourseOfItsOwn() {
        var courseId = writtenAndPublished();
        var archive = here.export(author, courseId);
        var importId = here.upload(author, 0, archive, true);
        var copy = here.outcome(author, importId).path("courseId").asString();

        assertThat(copy).isNotEqualTo(courseId);
        var original = author.get(draft(courseId)).expect(200);
        var copied = author.get(draft(copy)).expect(200);
        assertThat(copied.path("title")).isEqualTo(original.path("title"));
        assertThat(copied.path("sections")).hasSize(20);
        assertThat(copied.at("/sections/0/id")).isNotEqualTo(original.at("/sections/0/id"));
        assertThat(copied.at("/sections/0/lessons/0/text")).isEqualTo(original.at("/sections/0/lessons/0/text"));
        var parts = author.get("/api/v1/imports/%s/parts".formatted(importId));
        parts.expectProblem(409, "import-uploaded");
    }

    @Test
    void exportIsForMembersAndImportForAuthorsOfTheGroup() {
        var courseId = writtenAndPublished();
        var path = "/api/v1/courses/%s/archive".formatted(courseId);
        here.academy().reviewer(1).get(path).expect(404);
        here.academy().author(1).post(path + "s", Map.of("media", true)).expect(404);
        here.academy().nobody().get(path).expect(401);
        var imports = "/api/v1/groups/%s/imports".formatted(here.academy().group(0));
        var body = Map.of("fileName", "a.zip", "sizeBytes", 1000);
        here.academy().author(1).post(imports, body).expect(403);
        var begun = author.post(imports, body).expect(201).path("importId").asString();
        here.academy().author(1).get("/api/v1/imports/" + begun).expect(404);
        here.academy()
                .author(1)
                .post(
                        "/api/v1/imports/%s/completion".formatted(begun),
                        Map.of("parts", List.of(Map.of("number", 1, "etag", "a"))))
                .expect(404);
        author.post(
                        "/api/v1/imports/%s/completion".formatted(begun),
                        Map.of("parts", List.of(Map.of("number", 1, "etag", "a"))))
                .expectProblem(422, "parts-do-not-fit");
        author.post(imports, Map.of("fileName", "../a.zip", "sizeBytes", 1000)).expectProblem(422, "invalid-fields");
        author.post(imports, Map.of("fileName", "a.zip", "sizeBytes", 21L << 30))
                .expectProblem(422, "invalid-fields");
        author.post(imports, Map.of("fileName", "a.zip", "sizeBytes", -1)).expect(400);
    }

    @Test
    void whoTookItAwayAndWhoBroughtItBackIsOnRecord() {
        var courseId = writtenAndPublished();
        there.imported(authorThere, 0, here.export(author, courseId));
        assertThat(actions(here, courseId)).contains("course-exported");
        assertThat(actions(there, courseId)).containsExactly("course-imported");
    }

    private static List<String> actions(Installation installation, String courseId) {
        return installation
                .jdbc()
                .sql("select action from audit.entry where subject_id = :course")
                .param("course", UUID.fromString(courseId))
                .query(String.class)
                .list();
    }

    @Test
    void anUploadThatNobodyCompletesIsThrownAway() {
        var imports = "/api/v1/groups/%s/imports".formatted(here.academy().group(0));
        var begun = author.post(imports, Map.of("fileName", "a.zip", "sizeBytes", 100))
                .expect(201);
        var importId = begun.path("importId").asString();
        var url = begun.at("/parts/0/url").asString();
        assertThat(Api.upload(url, new byte[100]).status()).isEqualTo(200);
        var uploadId = here.jdbc()
                .sql("""
                        update authoring.import set created_at = now() - interval '3 days' where import_id = :id
                        returning upload_id
                        """)
                .param("id", UUID.fromString(importId))
                .query(String.class)
                .single();
        var store = context.getBean(ObjectStore.class);
        assertThat(store.parts("imports/" + importId, uploadId)).hasSize(1);
        context.getBean(Importing.class).removeAbandoned();
        author.get("/api/v1/imports/" + importId).expect(404);
        assertThat(store.parts("imports/" + importId, uploadId)).isEmpty();
    }

    @Test
    void aLargeCourseCostsNoMoreStatementsThanASmallOne() {
        var costs = new ArrayList<Integer>();
        for (var sections : List.of(1, 20)) {
            var courseId = course(outline("大课", sections, 50));
            work.reset();
            here.export(author, courseId);
            costs.add(work.counted().sqlStatements());
            there.imported(authorThere, 0, here.export(author, courseId));
        }
        assertThat(costs.get(1)).isEqualTo(costs.get(0)).isLessThan(10);
    }
}
