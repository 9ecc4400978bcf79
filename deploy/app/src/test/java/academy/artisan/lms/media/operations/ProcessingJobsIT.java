package academy.artisan.lms.media.operations;

import java.util.List;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What administrators see of processing, and what is decided of it. */
@StackTest
class ProcessingJobsIT {

    private static final String JOBS = "/api/v1/media/jobs";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestWork work;

    private Academy academy;
    private StoredVideos videos;
    private Api admin;
    private Api author;
    private PersonId authorId;
    private GroupId group;

    @BeforeEach
    void people() {
        academy = new Academy(context);
        videos = new StoredVideos(context);
        admin = academy.admin();
        author = academy.author(0);
        authorId = Academy.idOf(author);
        group = academy.group(0);
    }

    @Test
    void heldAndFailedVideosAreListedByPagesWithTheirReasonNewestFirst() {
        var first = videos.unfinished(group, authorId, "FAILED", "not-a-video");
        var second = videos.unfinished(group, authorId, "FAILED", "took-too-long");
        var third = videos.unfinished(group, authorId, "FAILED", "not-decodable");
        videos.unfinished(group, authorId, "HELD", "processing-failed");

        var page = admin.header("Accept-Language", "zh-CN")
                .get(JOBS + "?state=FAILED&limit=2")
                .expect(200);
        assertThat(ids(page)).containsExactly(third.toString(), second.toString());
        assertThat(page.at("/items/1/failure/message").asString()).startsWith("处理时间过长");
        assertThat(page.at("/items/0/fileName").asString()).isEqualTo("示教.mp4");
        assertThat(page.at("/items/0/groupName").asString()).isNotBlank();
        assertThat(page.at("/counts/FAILED").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(page.at("/counts/HELD").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(page.at("/counts").has("RUNNING")).isTrue();
        var next = admin.get(JOBS + "?state=FAILED&limit=2&after="
                        + page.path("next").asString())
                .expect(200);
        assertThat(ids(next)).first().isEqualTo(first.toString());
    }

    @Test
    void aPageCostsTheSameHoweverLongItIs() {
        videos.unfinished(group, authorId, "HELD", "processing-failed");
        var one = statements(1);
        for (var i = 0; i < 5; i++) {
            videos.unfinished(academy.group(i), authorId, "HELD", "processing-failed");
        }
        assertThat(statements(6)).isEqualTo(one).isLessThanOrEqualTo(4);
    }

    private int statements(int items) {
        work.reset();
        assertThat(ids(admin.get(JOBS + "?state=HELD&limit=" + items).expect(200)))
                .hasSize(items);
        return work.counted().sqlStatements();
    }

    @Test
    void onlyAdministratorsLookAndBadQuestionsAreRefusedByName() {
        for (var path : List.of(JOBS + "?state=HELD", "/api/v1/media/storage")) {
            author.get(path).expectProblem(403, "not-allowed");
            academy.nobody().get(path).expect(401);
        }
        assertThat(admin.get(JOBS + "?state=SLEEPING").expect(400).toString()).contains("state");
        assertThat(admin.get(JOBS + "?state=HELD&after=x").expect(422).toString())
                .contains("after");
        assertThat(admin.get(JOBS + "?state=HELD&limit=0").expect(400).toString())
                .contains("limit");
        admin.get(JOBS).expect(400);
    }

    @Test
    void anAuthorGivesUpWhatIsHeldAndEveryoneElseMayNot() {
        var held = videos.unfinished(group, authorId, "HELD", "processing-failed");
        var path = "/api/v1/videos/" + held;
        var seen = author.header("Accept-Language", "en").get(path).expect(200);
        assertThat(seen.path("state").asString()).isEqualTo("PROCESSING");
        assertThat(seen.path("held").asBoolean()).isTrue();
        assertThat(seen.at("/failure/message").asString()).contains("Somebody of the academy");

        for (var decision : List.of("/retries", "/abandonment")) {
            academy.author(1).post(path + decision).expect(404);
            academy.member(Role.REVIEWER, group).post(path + decision).expectProblem(403, "not-allowed");
            academy.nobody().post(path + decision).expect(401);
        }
        author.post(path + "/abandonment").expect(204);
        author.post(path + "/abandonment").expectProblem(409, "video-not-held");
        assertThat(author.get(path).expect(200).path("state").asString()).isEqualTo("FAILED");
        assertThat(author.get(path).expect(200).has("held")).isFalse();
        assertThat(actions(held)).containsExactly("video-abandoned");
    }

    @Test
    void whatHasNotStoppedIsNotTriedAgain() {
        var ready = videos.ready(group, authorId);
        author.post("/api/v1/videos/%s/retries".formatted(ready)).expectProblem(409, "processing-not-stopped");
        author.post("/api/v1/videos/%s/abandonment".formatted(ready)).expectProblem(409, "video-not-held");
        author.post("/api/v1/videos/%s/retries".formatted(VideoId.next())).expect(404);
        assertThat(actions(ready)).isEmpty();
    }

    @Test
    void aRebuildThatFailedIsListedAndLeftAsItIsWhenItIsGivenUp() {
        var ready = videos.ready(group, authorId);
        jdbc.sql("update media.content set rebuild_failure = 'processing-failed', since = now() where content_id = :id")
                .param("id", ready.value())
                .update();
        var job = admin.get(JOBS + "?state=FAILED&limit=1").expect(200).at("/items/0");
        assertThat(job.path("videoId").asString()).isEqualTo(ready.toString());
        assertThat(job.path("rebuild").asBoolean()).isTrue();
        admin.post("/api/v1/videos/%s/abandonment".formatted(ready)).expect(204);
        assertThat(ids(admin.get(JOBS + "?state=FAILED&limit=1").expect(200))).doesNotContain(ready.toString());
        assertThat(author.get("/api/v1/videos/" + ready)
                        .expect(200)
                        .path("state")
                        .asString())
                .isEqualTo("READY");
    }

    private List<String> actions(VideoId video) {
        return admin.get("/api/v1/audit?subjectId=" + video)
                .expect(200)
                .path("items")
                .valueStream()
                .map(entry -> entry.path("action").asString())
                .toList();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(job -> job.path("videoId").asString())
                .toList();
    }
}
