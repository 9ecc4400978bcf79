package academy.artisan.lms.authoring.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import academy.artisan.lms.course.CaptionsChanged;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.Tools;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static academy.artisan.lms.testing.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Captions on their way from one installation to another. */
@StackTest
class ExchangeCaptionsIT {

    private static final String CHINESE = "1\n00:00:00,500 --> 00:00:01,500\n<i>焊枪</i> & 工件\n";
    private static final String ENGLISH =
            "1\n00:00:00,500 --> 00:00:01,500\ntorch\n\n2\n00:00:01,600 --> 00:00:01,900\nend\n";

    @Autowired
    ApplicationContext context;

    @TempDir
    Path folder;

    private Installation here;
    private Installation there;
    private Api author;
    private Api authorThere;
    private String videoId = "";
    private String courseId = "";

    /** A course of one video with captions in two languages. */
    @BeforeEach
    void course() throws Exception {
        here = Installation.of(context);
        there = Installation.another();
        author = here.academy().author(0);
        authorThere = there.academy().author(0);
        var film = Tools.of(context.getEnvironment()).video(folder.resolve("film.mp4"), "320x180", false, "-t", "2");
        var upload = author.post(
                        "/api/v1/videos",
                        Map.of(
                                "groupId",
                                here.academy().group(0).toString(),
                                "fileName",
                                "示教.mp4",
                                "sizeBytes",
                                film.length))
                .expect(201);
        videoId = upload.path("videoId").asString();
        assertThat(Api.upload(upload.at("/parts/0/url").asString(), film).status())
                .isEqualTo(200);
        author.post("/api/v1/videos/%s/completion".formatted(videoId), Map.of()).expect(202);
        write(author, "zh-Hans", CHINESE);
        write(author, "en?label=Shop%20talk", ENGLISH);
        courseId = here.academy().draft(author, 0, "示教", Map.of("title", "看", "kind", "VIDEO", "videoId", videoId));
    }

    private void write(Api author, String language, String text) {
        author.putFile(captions() + "/" + language, "application/x-subrip", utf8(text))
                .expect(201);
    }

    private String captions() {
        return "/api/v1/videos/%s/captions".formatted(videoId);
    }

    /** Each as language, label and digest. */
    private List<String> list(Api api) {
        return api.get(captions())
                .expect(200)
                .path("items")
                .valueStream()
                .map(caption -> caption.path("language").asString() + " "
                        + caption.path("label").asString() + " "
                        + caption.path("sha256").asString())
                .toList();
    }

    @Test
    void captionsInTwoLanguagesArriveWithTheirVideoAndAreTold() {
        var archive = here.exportWithMedia(author, courseId);
        var path = "media/videos/%s/captions/zh-Hans.vtt".formatted(videoId);
        assertThat(Zips.text(archive, path)).isEqualTo("""
                WEBVTT

                00:00:00.500 --> 00:00:01.500
                <i>焊枪</i> &amp; 工件
                """);
        assertThat(Zips.manifest(here.export(author, courseId)).path("captions"))
                .isEmpty();

        var news = newsThere(
                () -> assertThat(there.imported(authorThere, 0, archive)).isEqualTo(courseId));

        assertThat(news)
                .extracting(CaptionsChanged::videoId, CaptionsChanged::language)
                .containsExactly(tuple(VideoId.of(videoId), "en"), tuple(VideoId.of(videoId), "zh-Hans"));
        assertThat(list(authorThere))
                .hasSize(2)
                .isEqualTo(list(author))
                .first()
                .asString()
                .startsWith("en Shop talk ");
        assertThat(authorThere.get(captions() + "/zh-Hans").text()).isEqualTo(Zips.text(archive, path));
        var trail = there.academy()
                .admin()
                .get("/api/v1/audit?subjectKind=video&subjectId=" + videoId)
                .expect(200);
        assertThat(trail.path("items")
                        .valueStream()
                        .map(entry -> entry.path("action").asString()))
                .containsExactly("caption-saved", "caption-saved");
        assertThat(Zips.content(there.exportWithMedia(authorThere, courseId)))
                .containsExactlyEntriesOf(Zips.content(archive));
        assertThat(newsThere(() -> there.imported(authorThere, 0, archive))).isEmpty();
    }

    /** Those that are told by what is committed meanwhile. */
    private Queue<CaptionsChanged> newsThere(Runnable meanwhile) {
        var news = new ConcurrentLinkedQueue<CaptionsChanged>();
        ApplicationListener<PayloadApplicationEvent<CaptionsChanged>> listener =
                ApplicationListener.forPayload(change -> onceCommitted(() -> news.add(change)));
        var context = (ConfigurableApplicationContext) there.context();
        context.addApplicationListener(listener);
        meanwhile.run();
        context.removeApplicationListener(listener);
        return news;
    }

    private static void onceCommitted(Runnable note) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                note.run();
            }
        });
    }

    @Test
    void onlyTheOwnersAddWhatIsMissingAndWhatIsHereStays() {
        var archive = here.exportWithMedia(author, courseId);
        assertThat(there.imported(authorThere, 0, older(archive))).isEqualTo(courseId);
        assertThat(list(authorThere)).isEmpty();

        var copy = there.take(there.academy().author(1), 1, archive, true);
        assertThat(copy.path("state").asString()).isEqualTo("DONE");
        assertThat(list(authorThere)).isEmpty();

        write(authorThere, "en?label=Ours", ENGLISH.replace("torch", "burner"));
        var english = list(authorThere);
        there.imported(authorThere, 0, archive);
        assertThat(list(authorThere))
                .hasSize(2)
                .containsAll(english)
                .contains(list(author).getLast());
    }

    /** As the first version of the format had it. */
    private static byte[] older(byte[] archive) {
        var forgery = Forgery.of(archive);
        for (var path : forgery.entries().keySet()) {
            forgery = path.endsWith(".vtt") ? forgery.without(path) : forgery;
        }
        return forgery.manifest(manifest -> manifest.put("formatVersion", 1).remove("captions"))
                .consistent()
                .zipWithStoredMedia();
    }

    @Test
    void aVideoThatHasTwentyLanguagesTakesNoMore() {
        var archive = here.exportWithMedia(author, courseId);
        there.imported(authorThere, 0, older(archive));
        Stream.of(Locale.getISOLanguages())
                .filter(language -> !language.equals("en") && !language.equals("zh"))
                .limit(20)
                .forEach(language -> write(authorThere, language, ENGLISH));
        var outcome = there.take(authorThere, 0, archive, false);
        assertThat(outcome.at("/problems/0/code").asString()).isEqualTo("media-refused");
        assertThat(outcome.at("/problems/0/message").asString()).contains("20");
        assertThat(list(authorThere)).hasSize(20);
    }
}
