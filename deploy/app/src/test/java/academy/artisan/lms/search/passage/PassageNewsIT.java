package academy.artisan.lms.search.passage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Publishing;
import academy.artisan.lms.course.Withdrawals;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.search.index.Contents;
import academy.artisan.lms.search.index.Entry;
import academy.artisan.lms.search.index.IndexNews;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What changes is found as it is now, by those who may open it now. */
@StackTest
class PassageNewsIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final String CAPTIONS = """
            WEBVTT

            00:01:00.000 --> 00:01:04.000
            打磨坡口 %s
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    Publishing publishing;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    PassageContents contents;

    @Autowired
    IndexNews news;

    private final String token = Lecture.word();
    private Academy academy;
    private Api learner;
    private Lecture lecture;

    @BeforeEach
    void publish() {
        academy = new Academy(context);
        learner = academy.learner(academy.employer("单位"));
        lecture = Lecture.draft(academy, "坡口");
        lecture.say("zh", CAPTIONS.formatted(token));
        lecture.publish(publishing, academy, "坡口", "砂轮机 " + token);
        await().atMost(A_WHILE).until(() -> finds(learner, token));
    }

    private static Api.Answer ask(Api who, String text) {
        return who.get("/api/v1/search/passages?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static JsonNode found(Api who, String text) {
        return ask(who, text).expect(200);
    }

    private static boolean finds(Api who, String text) {
        return ask(who, text).json().path("total").asInt() == 1;
    }

    private static boolean findsNothing(Api who, String text) {
        var found = found(who, text);
        return found.path("total").asInt() == 0 && found.path("items").isEmpty();
    }

    @Test
    void correctedCaptionsAreFoundByTheNewWordsAndNotByTheOld() {
        var mended = Lecture.word();
        lecture.saySomethingElse("zh", token, mended);
        await().atMost(SOON).until(() -> finds(learner, mended));
        assertThat(found(learner, token).at("/items/0/passages").valueStream())
                .extracting(passage -> passage.path("kind").asString())
                .containsExactly("ARTICLE");

        lecture.say("en", CAPTIONS.formatted("grinding" + token));
        await().atMost(SOON).until(() -> finds(learner, "grinding" + token));
        lecture.sayNothing("zh");
        await().atMost(SOON).until(() -> findsNothing(learner, mended));
        assertThat(finds(learner, "grinding" + token)).isTrue();
    }

    @Test
    void whatWasReadEarlierDoesNotTakeThePlaceOfWhatWasReadLater() {
        var early = contents.of(lecture.courseId());
        var mended = Lecture.word();
        lecture.saySomethingElse("zh", token, mended);
        await().atMost(SOON).until(() -> finds(learner, mended));

        news.follow(new Early(early), lecture.courseId());
        await().during(Duration.ofSeconds(1)).until(() -> finds(learner, mended));
        assertThat(contents.of(lecture.courseId()).version()).isGreaterThan(early.version());
    }

    /** What a slow node read long ago. */
    private record Early(Entry entry) implements Contents {

        @Override
        public String name() {
            return PassageContents.NAME;
        }

        @Override
        public long count() {
            return 1;
        }

        @Override
        public List<Entry> after(@Nullable CourseId after) {
            return List.of(entry);
        }

        @Override
        public List<Entry> of(Collection<CourseId> courses) {
            return List.of(entry);
        }
    }

    @Test
    void aWithdrawnCourseIsNotFoundUntilItIsRestored() {
        withdrawals.withdraw(lecture.courseId(), PersonId.next(), "待修订");
        await().atMost(SOON).until(() -> findsNothing(learner, token));
        withdrawals.restore(lecture.courseId());
        await().atMost(SOON).until(() -> finds(learner, token));
    }

    @Test
    void whatIsSharedWithAnotherUnitIsNeitherFoundNorCounted() {
        var unit = academy.employer("别的单位");
        var theirs = academy.learner(unit);
        var path = "/api/v1/courses/%s/sharing".formatted(lecture.courseId());
        var author = lecture.author();
        author.header("If-Match", author.get(path).header("ETag"))
                .put(path, Map.of("everyone", false, "unitIds", List.of(unit)))
                .expect(200);
        await().atMost(SOON).until(() -> findsNothing(learner, token));
        assertThat(finds(theirs, token)).isTrue();
        assertThat(finds(author, token)).isTrue();
        assertThat(learner.get("/api/v1/search/passages?q=%s&courseId=%s".formatted(token, lecture.courseId()))
                        .expect(200)
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void whileElasticsearchIsAwayThatIsSaidAndNewsIsFollowedLater() {
        killElasticsearch();
        var refusal = ask(learner, token);
        refusal.expectProblem(503, "search-unavailable");
        assertThat(refusal.header("Retry-After")).isNotEmpty();
        var mended = Lecture.word();
        lecture.saySomethingElse("zh", token, mended);
        await().atMost(A_WHILE).until(() -> finds(learner, mended));
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
