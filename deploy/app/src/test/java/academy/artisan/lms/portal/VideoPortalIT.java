package academy.artisan.lms.portal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import academy.artisan.lms.identity.People;
import academy.artisan.lms.media.Tools;
import academy.artisan.lms.media.transcode.Rebuilding;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/** A learner watches a video in a real browser, which gets it from the object store by hls.js. */
@StackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VideoPortalIT {

    private static final String PASSWORD = "a password of a viewer";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CAPTIONS = """
            WEBVTT

            00:00:01.000 --> 00:00:59.000
            先检查焊枪

            00:01:00.000 --> 00:01:30.000
            再打开气瓶
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    Environment environment;

    @Value("${lms.s3.endpoint}")
    URI objectStore;

    private Academy academy;
    private Api author;
    private String courseId;
    private String username;
    private Browser browser;

    @BeforeAll
    void publishAFilm(@TempDir Path folder, @TempDir Path profile) throws Exception {
        assumeThat(Browser.isInstalled())
                .as("Chromium and its driver are installed (Debian: chromium, chromium-driver)")
                .isTrue();
        academy = new Academy(context);
        author = academy.author(0);
        var film = film(100, folder);
        author.putFile(
                        "/api/v1/videos/%s/captions/zh-Hans?label=%%E4%%B8%%AD%%E6%%96%%87".formatted(film.id()),
                        "text/vtt",
                        CAPTIONS.getBytes(StandardCharsets.UTF_8))
                .expect(201);
        courseId = film.publish(author, academy);
        browser = Browser.at(academy.nobody().address(), "zh-CN", profile);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void aLearnerIsThere() {
        username = "v" + UUID.randomUUID().toString().replace("-", "");
        people.register(username, "学员", PASSWORD);
    }

    private Film film(int seconds, Path folder) throws Exception {
        return Film.ofSeconds(seconds, author, academy, Tools.of(environment), folder);
    }

    private Player open(String course) {
        browser.asAnotherDevice();
        return open(browser, course);
    }

    private Player open(Browser device, String course) {
        device.logIn(username, PASSWORD);
        return Player.open(device, course);
    }

    @Test
    void picturesAndSoundComeFromTheObjectStore() {
        var player = open(courseId);
        player.playPast(3);
        assertThat(player.secondShown()).isCloseTo(player.time(), within(1.5));
        assertThat(player.number("webkitAudioDecodedByteCount")).isPositive();
        assertThat(player.originsOf(".m4s")).isEqualTo(origin(objectStore));
        assertThat(player.refused()).isEmpty();
    }

    @Test
    void aClickFarAheadGoesOnThere() {
        var player = open(courseId);
        player.playPast(1);
        assertThat(player.hasBuffered(85)).isFalse();
        player.clickSeekBarAt(0.85);
        player.playPast(87);
        assertThat(player.secondShown()).isCloseTo(player.time(), within(1.5));
    }

    @Test
    void pictureQualityIsTheLearnersChoiceAndPlaybackGoesOn() {
        var player = open(courseId);
        player.playPast(1);
        assertThat(player.qualities()).startsWith("自动 ").endsWith(" 360p 240p");
        player.watchForJumps();
        player.typeQuality("240p");
        player.choose("360p");
        assertThat(player.jumps()).isEmpty();
        assertThat(player.secondShown()).isCloseTo(player.time(), within(1.5));

        player.choose("240p");
        player.browser().reload();
        player.playPast(1);
        assertThat(player.number("videoHeight")).isEqualTo(240);
    }

    @Test
    void chosenCaptionsAreShownAtTheirTime() {
        var player = open(courseId);
        player.playPast(1);
        player.chooseCaptions("中文");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(player.captionShown()).isEqualTo("先检查焊枪"));
        player.clickSeekBarAt(0.7);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(player.captionShown()).isEqualTo("再打开气瓶"));
    }

    @Test
    void whoGoesOnElsewhereBeginsAtTheSecondOfLeaving(@TempDir Path elsewhere) {
        var player = open(courseId);
        player.playPast(2);
        player.pause();
        player.playPast(4);
        assertThat(player.stretchesSeen()).isEqualTo(1);
        player.clickSeekBarAt(0.5);
        player.playPast(53);
        player.pause();
        var left = player.time();
        var watched = player.secondsPlayed();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(coveredSeconds()).isBetween((int) watched - 2, (int) Math.ceil(watched)));
        browser.asAnotherDevice();
        try (var device = Browser.at(academy.nobody().address(), "en-US", elsewhere)) {
            var there = open(device, courseId);
            await().atMost(PATIENCE).until(() -> there.time() > 0);
            assertThat(there.time()).isCloseTo(Math.floor(left), within(0.1));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(there.secondShown()).isCloseTo(left, within(1.5)));
            assertThat(there.qualities()).startsWith("Auto ");
        }
    }

    @Test
    void encryptedVideoPlaysToo(@TempDir Path folder) throws Exception {
        var film = film(12, folder);
        Rebuilding.encrypted(context, film.id());
        var player = open(film.publish(author, academy));
        player.playPast(5);
        assertThat(player.secondShown()).isCloseTo(player.time(), within(1.5));
        assertThat(player.number("webkitAudioDecodedByteCount")).isPositive();
        assertThat(player.originsOf("/key")).isEqualTo(academy.nobody().address());
    }

    @Test
    void whoFindsWhatIsSaidBeginsAtThatSecond() {
        await().atMost(PATIENCE)
                .until(() -> author.get("/api/v1/search/passages?q=%E6%B0%94%E7%93%B6&courseId=" + courseId)
                        .text()
                        .contains("\"total\":1"));
        browser.asAnotherDevice();
        browser.logIn(username, PASSWORD);
        follow("再打开气瓶");
        browser.find("#enrol").click();
        var player = new Player(browser);
        player.playPast(61);
        assertThat(player.secondsPlayed()).isLessThan(30);
        follow("先检查焊枪");
        await().atMost(PATIENCE).until(() -> browser.text("location.hash").endsWith("?at=1"));
        assertThat(browser.find("#told").getText()).isEqualTo("从 0:01 开始");
        player.playPast(2);
        assertThat(player.time()).isLessThan(30);
    }

    private void follow(String said) {
        browser.run("location.hash = '#/?q=%s'".formatted(said));
        await().atMost(PATIENCE)
                .until(() -> browser.all(".passage-list mark").stream()
                        .anyMatch(mark -> mark.getText().equals(said)));
        browser.run("document.querySelector('.passage-list a[href*=\"%s\"]').click()".formatted(courseId));
    }

    private int coveredSeconds() {
        var learner = academy.nobody().as(username, PASSWORD);
        var enrolment = learner.get("/api/v1/me/enrolments").expect(200).at("/items/0/enrolmentId");
        return learner.get("/api/v1/enrolments/%s/progress".formatted(enrolment.asString()))
                .expect(200)
                .at("/lessons/0/coveredSeconds")
                .asInt();
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
