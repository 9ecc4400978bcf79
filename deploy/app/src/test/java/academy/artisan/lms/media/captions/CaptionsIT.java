package academy.artisan.lms.media.captions;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import academy.artisan.lms.course.CaptionLibrary;
import academy.artisan.lms.course.CaptionLibrary.Spoken;
import academy.artisan.lms.course.CaptionsChanged;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/** Captions from the author's file to those who read them. */
@StackTest
class CaptionsIT {

    private static final String SRT = """
            1
            00:00:01,000 --> 00:00:02,500
            <i>焊枪</i>

            2
            00:00:03,000 --> 00:00:04,000
            a < b
            """;

    private static final String SUB_RIP = "application/x-subrip";

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    CaptionLibrary library;

    private final Queue<CaptionsChanged> news = new ConcurrentLinkedQueue<>();
    private final ApplicationListener<PayloadApplicationEvent<CaptionsChanged>> listener =
            ApplicationListener.forPayload(this::noteOnceCommitted);

    private Academy academy;
    private Api author;
    private VideoId video;

    @BeforeEach
    void announceAVideo() {
        academy = new Academy(context);
        author = academy.author(0);
        var announced = author.post(
                        "/api/v1/videos",
                        Map.of("groupId", academy.group(0).toString(), "fileName", "a.mp4", "sizeBytes", 9))
                .expect(201);
        video = VideoId.of(announced.path("videoId").asString());
        context.addApplicationListener(listener);
    }

    @AfterEach
    void stopListening() {
        context.removeApplicationListener(listener);
    }

    private void noteOnceCommitted(CaptionsChanged change) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (change.videoId().equals(video)) {
                    news.add(change);
                }
            }
        });
    }

    private String path(String language) {
        return "/api/v1/videos/%s/captions/%s".formatted(video, language);
    }

    private Api.Answer put(String language, String text) {
        return author.putFile(path(language), SUB_RIP, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatAChineseEditorWroteIsReadAsWebVtt() {
        var written = author.putFile(
                        path("ZH-hans") + "?label=%E4%B8%AD%E6%96%87",
                        SUB_RIP,
                        SRT.getBytes(Charset.forName("GB18030")))
                .expect(201);
        assertThat(written.path("language").asString()).isEqualTo("zh-Hans");
        assertThat(written.path("label").asString()).isEqualTo("中文");
        assertThat(written.path("cues").asInt()).isEqualTo(2);

        var reviewer = academy.reviewer(0);
        var read = reviewer.get(path("zh-hans"));
        assertThat(read.header("Content-Type")).isEqualTo("text/vtt;charset=UTF-8");
        assertThat(read.text()).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:02.500
                <i>焊枪</i>

                00:00:03.000 --> 00:00:04.000
                a &lt; b
                """);
        put("en", SRT).expect(201);
        var list = reviewer.get("/api/v1/videos/%s/captions".formatted(video)).expect(200);
        assertThat(list.path("items")
                        .valueStream()
                        .map(caption -> caption.path("label").asString()))
                .containsExactly("English", "中文");
    }

    @Test
    void everyChangeIsAuditedAndToldAndCanBeReadWithItsTimes() {
        put("en", SRT).expect(201);
        put("en", SRT).expect(200);
        assertThat(news).extracting(CaptionsChanged::language).containsExactly("en");
        assertThat(library.languages(video)).containsExactly("en");
        assertThat(library.spoken(video, "en"))
                .containsExactly(
                        new Spoken(Duration.ofSeconds(1), Duration.ofMillis(2500), "焊枪"),
                        new Spoken(Duration.ofSeconds(3), Duration.ofSeconds(4), "a < b"));

        put("en", SRT.replace("a < b", "corrected")).expect(200);
        author.delete(path("en")).expect(204);
        author.delete(path("en")).expectProblem(404, "not-found");
        assertThat(news).as("no two of them equal").hasSize(3).doesNotHaveDuplicates();
        assertThat(library.languages(video)).isEmpty();
        assertThat(library.spoken(video, "en")).isEmpty();
        var trail = academy.admin()
                .get("/api/v1/audit?subjectKind=video&subjectId=" + video)
                .expect(200);
        assertThat(trail.path("items")
                        .valueStream()
                        .map(entry -> entry.path("action").asString()))
                .containsExactly("caption-removed", "caption-saved", "caption-saved");
    }

    @Test
    void onlyAuthorsOfTheGroupWriteAndOnlyItsPeopleRead() {
        put("en", SRT).expect(201);
        var file = SRT.getBytes(StandardCharsets.UTF_8);
        var stranger = academy.author(1);
        stranger.putFile(path("en"), SUB_RIP, file).expectProblem(404, "not-found");
        stranger.get(path("en")).expectProblem(404, "not-found");
        stranger.delete(path("en")).expectProblem(404, "not-found");
        var reader = academy.member(Role.REVIEWER, academy.group(0));
        reader.putFile(path("en"), SUB_RIP, file).expectProblem(403, "not-allowed");
        reader.delete(path("en")).expectProblem(403, "not-allowed");
        academy.nobody().get(path("en")).expectProblem(401, "log-in-required");
    }

    @Test
    void flawsAreNamedByLineInTheCallersLanguage() {
        var problem = author.header("Accept-Language", "zh-CN")
                .putFile(path("en"), SUB_RIP, SRT.replace("02,500", "00,500").getBytes(StandardCharsets.UTF_8))
                .expectProblem(422, "captions-refused");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("line 2");
        assertThat(problem.at("/errors/0/rule").asString()).isEqualTo("CueEnd");
        assertThat(problem.at("/errors/0/message").asString()).isEqualTo("结束时间不在开始时间之后");
        assertThat(library.languages(video)).isEmpty();
    }

    @Test
    void otherContentAndOtherLanguagesAreRefused() {
        put("klingonisch", SRT).expectProblem(422, "invalid-fields");
        author.putFile(path("en"), "application/json", new byte[] {'1'}).expectProblem(415, "unsupported-media-type");
        author.putFile(path("en"), "text/vtt", new byte[(2 << 20) + 1]).expectProblem(413, "captions-too-large");
        author.putFile(path("en"), "text/vtt", new byte[5 << 20]).expectProblem(413, "request-too-large");
        author.putFile(path("en") + "?label=a%22%0Ab", "text/vtt", SRT.getBytes(StandardCharsets.UTF_8))
                .expectProblem(422, "invalid-fields");
        assertThat(library.languages(video)).isEmpty();
        assertThat(news).isEmpty();
    }

    @Test
    void aVideoHasAtMostTwentyLanguages() {
        List.of(Locale.getISOLanguages())
                .subList(0, 20)
                .forEach(language -> put(language, SRT).expect(201));
        put("zh", SRT).expectProblem(422, "invalid-fields");
        put(Locale.getISOLanguages()[0], SRT.replace("a", "b")).expect(200);
    }
}
