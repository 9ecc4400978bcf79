package academy.artisan.lms.portal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.media.Tools;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/** What a learner meets in a real browser who watches a course that asks for everything. */
@StackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchPolicyPortalIT {

    private static final String PASSWORD = "a password of a viewer";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CAP_SECONDS = 600;
    private static final long LONG_AGO_MICROS = Duration.ofHours(2).toNanos() / 1000;
    private static final String LEFT_BY =
            "performance.getEntriesByType('resource').filter(({name}) => name.includes('/heartbeats')).map(({name}) => name).join()";
    private static final String COVERED = "Number(document.querySelector('#covered').dataset.seconds)";

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    Environment environment;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient jdbc;

    @Value("${lms.time-zone:Asia/Shanghai}")
    ZoneId zone;

    private Academy academy;
    private String courseId;
    private PersonId learner;
    private Player player;

    @BeforeAll
    void publishAStrictCourse(@TempDir Path folder, @TempDir Path profile) throws Exception {
        assumeThat(Browser.isInstalled())
                .as("Chromium and its driver are installed (Debian: chromium, chromium-driver)")
                .isTrue();
        academy = new Academy(context);
        var author = academy.author(0);
        courseId = Film.ofSeconds(40, author, academy, Tools.of(environment), folder)
                .publish(author, academy);
        author.header("If-Match", "\"0\"")
                .put(
                        "/api/v1/courses/%s/watch-policy".formatted(courseId),
                        Map.of(
                                "maxRate",
                                1.5,
                                "inOrder",
                                true,
                                "visibleOnly",
                                true,
                                "presence",
                                Map.of("everySeconds", 7200, "answerWithinSeconds", 15),
                                "dailyCapSeconds",
                                CAP_SECONDS))
                .expect(200);
        player = new Player(Browser.at(academy.nobody().address(), "zh-CN", profile));
    }

    @BeforeEach
    void aLearnerLogsIn() {
        var username = "w" + UUID.randomUUID().toString().replace("-", "");
        learner = people.register(username, "学员", PASSWORD);
        player.browser().asAnotherDevice();
        player.browser().logIn(username, PASSWORD);
    }

    @AfterAll
    void close() {
        if (player != null) {
            player.browser().close();
        }
    }

    private void open() {
        player = Player.open(player.browser(), courseId);
    }

    /** In one step, because the page may put another element there at any moment. */
    private String shown(String selector) {
        return player.browser()
                .text("(document.querySelector('%s') || {textContent: ''}).textContent.trim()".formatted(selector));
    }

    private void awaitShown(String selector, String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(shown(selector)).contains(text));
    }

    private boolean isPaused() {
        return player.browser().text("document.querySelector('#video').paused").equals("true");
    }

    /** Changes what the platform remembers of the learner's playback, as time would. */
    private void remember(String field, String value) {
        redis.opsForHash().put(playback(), field, value);
    }

    private Object remembered(String field) {
        return Objects.requireNonNull(redis.opsForHash().get(playback(), field));
    }

    private String playback() {
        return List.copyOf(redis.keys("*:playback:" + learner)).getFirst();
    }

    /** The player reports at once when it is paused. */
    private void reportNow() {
        player.pause();
        player.browser().run("document.querySelector('#video').play()");
    }

    @Test
    void whoSkipsIsSetBackAndWhoLooksAwayIsPaused() {
        open();
        assertThat(shown("#rules")).contains("播放速度最高 1.5 倍", "首次观看不能快进", "页面不在前台时不计入", "每 2 小时确认", "每天最多计入 10 分");
        assertThat(player.browser().text("[...document.querySelectorAll('#speed option')].map(o => o.text).join(' ')"))
                .isEqualTo("0.75× 1× 1.25× 1.5×");
        player.playPast(3);
        var seen = player.time();
        player.clickSeekBarAt(0.8);
        awaitShown("#told", "首次观看请按顺序进行");
        await().atMost(PATIENCE).until(() -> player.time() < 20);
        assertThat(player.time()).isCloseTo(seen, within(3.0));
        player.clickSeekBarAt(0.03);
        await().atMost(PATIENCE).until(() -> player.time() < 3);

        player.playPast(1.5);
        player.browser().cover();
        await().atMost(PATIENCE).until(this::isPaused);
        player.browser().uncover();
        awaitShown("#told", "页面刚才不在前台，视频已暂停");
        assertThat(player.browser().text(LEFT_BY)).contains("/heartbeats/beacon");

        player.browser().run("document.querySelector('#video').playbackRate = 2");
        awaitShown("#told", "播放速度最高 1.5 倍");
        assertThat(player.number("playbackRate")).isEqualTo(1.5);
        player.playPast(6);
        player.pause();
        await().atMost(PATIENCE).until(() -> player.browser().number(COVERED) >= 5);
        assertThat(shown("#refused")).doesNotContain("跳过");
        await().atMost(PATIENCE).until(() -> !shown("#watched").equals("0 秒"));
    }

    @Test
    void whoIsAskedConfirmsAndWhoDoesNotInTimeIsPaused() {
        open();
        player.playPast(1);
        remember("due", "0");
        reportNow();
        var dialog = player.browser().find("#presence");
        assertThat(dialog.getDomAttribute("aria-modal")).isEqualTo("true");
        assertThat(dialog.getText()).contains("您还在学习吗？", "还剩 1");
        assertThat(player.browser().text("document.activeElement.id")).isEqualTo("presence-confirm");
        player.playPast(2);
        player.browser().find("#presence-confirm").sendKeys(Keys.ENTER);
        await().atMost(PATIENCE).until(() -> player.browser().all("#presence").isEmpty());
        assertThat(isPaused()).isFalse();

        remember("due", "0");
        reportNow();
        player.browser().find("#presence");
        remember("challengedAt", "1");
        reportNow();
        awaitShown("#presence", "没有及时确认");
        await().atMost(PATIENCE).until(this::isPaused);
        player.browser().run("document.querySelector('#video').play()");
        await().atMost(PATIENCE).until(this::isPaused);
        var stopped = player.time();
        player.browser().find("#presence-confirm").click();
        await().atMost(PATIENCE).until(() -> player.time() > stopped + 0.5);
        assertThat(shown("#told")).contains("确认晚了");
    }

    @Test
    void whoComesBackAfterALongPauseGoesOnInAnotherPlaybackWithoutNoticing() {
        open();
        player.playPast(2);
        player.browser().run("window.before = document.querySelector('#video')");
        var first = remembered("id");
        remember("at", String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - LONG_AGO_MICROS));
        reportNow();
        await().atMost(PATIENCE).until(() -> !remembered("id").equals(first));
        var then = player.time();
        await().atMost(PATIENCE).until(() -> player.time() > then + 1);
        assertThat(player.browser().text("window.before === document.querySelector('#video')"))
                .isEqualTo("true");
        assertThat(shown("#notice")).isEmpty();
        player.pause();
        await().atMost(PATIENCE).until(() -> player.browser().number(COVERED) >= 3);
    }

    @Test
    void whoHasTheHoursOfTheDayIsToldWhenItGoesOn() {
        jdbc.sql(
                        "insert into progress.learning_day (person_id, day, credited_seconds) values (:person, :day, :seconds)")
                .param("person", learner.value())
                .param("day", LocalDate.now(zone))
                .param("seconds", CAP_SECONDS)
                .update();
        open();
        player.playPast(2);
        reportNow();
        awaitShown("#told", "今天计入的时间已满 10 分");
        await().atMost(PATIENCE).until(this::isPaused);
        assertThat(shown("#refused")).contains("今天计入的时间已满");
    }
}
