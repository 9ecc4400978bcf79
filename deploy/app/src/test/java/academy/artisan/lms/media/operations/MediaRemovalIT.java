package academy.artisan.lms.media.operations;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Documents;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a course shows stays, also when it begins to show it at the very moment of the removal. */
@StackTest
class MediaRemovalIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Academy academy;
    private StoredVideos videos;
    private Api author;
    private PersonId authorId;

    @BeforeEach
    void people() {
        academy = new Academy(context);
        videos = new StoredVideos(context);
        author = academy.author(0);
        authorId = Academy.idOf(author);
    }

    private static String path(VideoId video) {
        return "/api/v1/videos/" + video;
    }

    @Test
    void aReadyVideoThatNobodyShowsIsRemovedByAnAuthorOrAnAdministrator() {
        var own = videos.ready(academy.group(0), authorId);
        var other = videos.ready(academy.group(0), authorId);
        academy.author(1).delete(path(own)).expect(404);
        academy.member(Role.REVIEWER, academy.group(0)).delete(path(own)).expectProblem(403, "not-allowed");

        author.delete(path(own)).expect(204);
        academy.admin().delete(path(other)).expect(204);

        author.get(path(own)).expect(404);
        author.delete(path(own)).expect(404);
        assertThat(videos.hasContent(own)).isFalse();
        var entry = academy.admin().get("/api/v1/audit?subjectId=" + own).expect(200);
        assertThat(entry.at("/items/0/action").asString()).isEqualTo("video-removed");
        assertThat(entry.at("/items/0/details/state").asString()).isEqualTo("READY");
    }

    @Test
    void contentGoesWithTheLastVideoThatHasIt() {
        var first = videos.ready(academy.group(0), authorId);
        var second = videos.sharing(first, academy.group(0), authorId);
        author.delete(path(first)).expect(204);
        assertThat(videos.hasContent(first)).isTrue();
        assertThat(author.get(path(second)).expect(200).path("state").asString())
                .isEqualTo("READY");
        author.delete(path(second)).expect(204);
        assertThat(videos.hasContent(first)).isFalse();
    }

    @Test
    void oneThatIsBeingProcessedIsRemovedTooButNotWhenACourseWaitsForIt() {
        var unused = videos.unfinished(academy.group(0), authorId, "PROCESSING", null);
        author.delete(path(unused)).expect(204);
        var used = videos.unfinished(academy.group(0), authorId, "PROCESSING", null);
        academy.draft(author, 0, "等待", lesson(used));
        author.delete(path(used)).expectProblem(409, "video-in-use");
    }

    @Test
    void coursesThatShowItAreNamedAsFarAsTheCallerMayKnowThem() {
        var video = videos.ready(academy.group(0), authorId);
        var course = academy.draft(author, 0, "自己的课", lesson(video));
        assertThat(named(author.delete(path(video)))).containsExactly(course + " 自己的课");
        academy.publish(author, academy.reviewer(1), course);
        var borrower = academy.author(2);
        var copy = borrower.post(
                        "/api/v1/groups/%s/courses/copies".formatted(academy.group(2)),
                        Map.of("courseId", course, "version", 1))
                .expect(201)
                .path("courseId")
                .asString();

        var answer = author.delete(path(video));
        assertThat(named(answer)).containsExactly(course + " 自己的课");
        assertThat(answer.json().path("otherCourses").asInt()).isEqualTo(1);
        assertThat(answer.json().path("detail").asString()).contains("2 courses");
        assertThat(named(academy.admin().delete(path(video))))
                .containsExactlyInAnyOrder(course + " 自己的课", copy + " 自己的课");
    }

    @Test
    void anEarlierVersionHoldsItButAnEarlierRevisionDoesNot() {
        var published = videos.ready(academy.group(0), authorId);
        var course = academy.draft(author, 0, "换片", lesson(published));
        academy.publish(author, academy.reviewer(1), course);
        var replacement = videos.ready(academy.group(0), authorId);
        save(course, lesson(replacement));
        assertThat(named(author.delete(path(published)))).containsExactly(course + " 换片");

        save(course, Academy.article("课", "文"));
        author.delete(path(replacement)).expect(204);
    }

    private void save(String course, Map<String, Object> lesson) {
        var draft = "/api/v1/courses/%s/draft".formatted(course);
        author.header("If-Match", author.get(draft).header("ETag"))
                .put(draft, Academy.outline("换片", lesson))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCourseThatComesFirstKeepsIt(boolean isVideo) throws Exception {
        var media = media(isVideo);
        var draft = newDraft();
        // The draft is not saved yet: it waits for a table, and has what it shows in its hands
        var race = race(
                "authoring.part_revision",
                "insert into authoring.part_revision",
                () -> show(draft, media),
                "for update",
                () -> author.delete(media.path()));
        assertThat(race.first().status()).isEqualTo(200);
        race.second().expectProblem(409, isVideo ? "video-in-use" : "file-in-use");
        author.get(media.path()).expect(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRemovalThatComesFirstIsSeenByTheCourse(boolean isVideo) throws Exception {
        var media = media(isVideo);
        var draft = newDraft();
        var race = race(
                "audit.entry",
                "insert into audit.entry",
                () -> author.delete(media.path()),
                "for key share",
                () -> show(draft, media));
        race.first().expect(204);
        assertThat(race.second()
                        .expectProblem(422, "invalid-fields")
                        .at("/errors/0/field")
                        .asString())
                .startsWith("sections[0].lessons[0]");
    }

    private record Race(Api.Answer first, Api.Answer second) {}

    /** Has one request stop where it writes a table, lets another come after it until that waits too, and goes on. */
    private Race race(
            String table, String firstAt, Supplier<Api.Answer> first, String secondAt, Supplier<Api.Answer> second)
            throws Exception {
        var answers = transaction.execute(ignored -> {
            jdbc.sql("lock table %s in share mode".formatted(table)).update();
            var ahead = CompletableFuture.supplyAsync(first);
            awaitWaiting(firstAt);
            var behind = CompletableFuture.supplyAsync(second);
            awaitWaiting(secondAt);
            assertThat(ahead).isNotDone();
            assertThat(behind).isNotDone();
            return List.of(ahead, behind);
        });
        assertThat(answers).isNotNull();
        return new Race(answers.getFirst().get(), answers.getLast().get());
    }

    private void awaitWaiting(String statement) {
        await().until(() ->
                jdbc.sql("""
                        select exists (select from pg_stat_activity where datname = current_database()
                            and wait_event_type = 'Lock' and position(:statement in query) > 0)
                        """).param("statement", statement).query(Boolean.class).single());
    }

    private record Shown(String path, Map<String, Object> lesson) {}

    private Shown media(boolean isVideo) {
        if (isVideo) {
            var video = videos.ready(academy.group(0), authorId);
            return new Shown(path(video), lesson(video));
        }
        var file = academy.file(author, 0, "讲义.pdf", Documents.pdf(1, "notes"))
                .path("fileId")
                .asString();
        return new Shown("/api/v1/files/" + file, Academy.document("课", file));
    }

    private String newDraft() {
        return author.post(
                        "/api/v1/groups/%s/courses".formatted(academy.group(0)),
                        Map.of("title", "竞争", "summary", "", "level", "初级", "tags", List.of()))
                .expect(201)
                .path("courseId")
                .asString();
    }

    private Api.Answer show(String draft, Shown media) {
        return author.header("If-Match", "\"1\"")
                .put("/api/v1/courses/%s/draft".formatted(draft), Academy.outline("竞争", media.lesson()));
    }

    private static Map<String, Object> lesson(VideoId video) {
        return Map.of("title", "课", "kind", "VIDEO", "videoId", video.toString());
    }

    private static List<String> named(Api.Answer refused) {
        JsonNode problem = refused.expectProblem(409, "video-in-use");
        return problem.path("courses")
                .valueStream()
                .map(course -> course.path("courseId").asString() + " "
                        + course.path("title").asString())
                .toList();
    }
}
