package academy.artisan.lms.portal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.media.operations.StoredVideos;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.support.Id;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.ProofRows;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/** Authors and HR in a real browser: what they ask of who watches, and what authors see of how it is watched. */
@StackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MakingPortalIT {

    private static final String PASSWORD = "a password of an author";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;
    private Browser browser;

    @BeforeAll
    void openABrowser(@TempDir Path profile) {
        assumeThat(Browser.isInstalled())
                .as("Chromium and its driver are installed (Debian: chromium, chromium-driver)")
                .isTrue();
        academy = new Academy(context);
        browser = Browser.at(academy.nobody().address(), "zh-CN", profile);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Who was logged in before is not any more. */
    private Api logIn(Role role, Id scope) {
        var username = "m" + UUID.randomUUID().toString().replace("-", "");
        PersonId person = people.register(username, "某人", PASSWORD);
        people.grant(person, role, scope);
        browser.asAnotherDevice();
        browser.logIn(username, PASSWORD);
        return academy.nobody().as(username, PASSWORD);
    }

    private String shown(String selector) {
        return browser.text("(e => e && !e.hidden ? e.innerText.replace(/\\s+/g, ' ').trim() : '')"
                + "(document.querySelector('%s'))".formatted(selector));
    }

    private void awaitShown(String selector, String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(shown(selector)).contains(text));
    }

    private void fill(String field, String text) {
        browser.run("document.querySelector('#%s').value = ''".formatted(field));
        browser.find("#" + field).sendKeys(text);
    }

    private String row(String part) {
        return shown("tr[data-part=\"%s\"]".formatted(part));
    }

    private void follow(String selector) {
        browser.find(selector).click();
    }

    @Test
    void authorsSayWhatTheirCourseAsksForAndOverwriteNobodyUnawares() {
        var author = logIn(Role.AUTHOR, academy.group(0));
        var courseId = academy.draft(author, 0, "氩弧焊", Academy.textOf(30));
        var policy = "/api/v1/courses/%s/watch-policy".formatted(courseId);
        follow(".top nav a[href='#/making']");
        var door = "a[href$='%s/watch-policy']".formatted(courseId);
        assertThat(browser.find(".card:has(%s)".formatted(door)).getText())
                .contains("氩弧焊", "草稿")
                .doesNotContain("观看热度");
        follow(door);
        browser.find("#policy-maxRate");
        assertThat(row("maxRate")).isEqualTo("播放速度 不作规定 1 倍 平台");
        assertThat(shown("#policy-maxRate-hint")).endsWith("不填则为 1 倍（平台）。");

        fill("policy-dailyCapSeconds", "八小时");
        follow("#save");
        awaitShown("#policy-dailyCapSeconds-trouble", "请填数字");
        assertThat(browser.text("document.activeElement.id")).isEqualTo("policy-dailyCapSeconds");
        fill("policy-dailyCapSeconds", "４８０");
        fill("policy-maxRate", "2.5");
        fill("policy-presence-everySeconds", "15");
        follow("#save");
        awaitShown("#policy-maxRate-trouble", "超过上限");
        assertThat(shown("#policy-presence-answerWithinSeconds-trouble")).isEqualTo("请一起填写");
        assertThat(shown("#policy-dailyCapSeconds-trouble")).isEmpty();
        assertThat(browser.text("document.activeElement.getAttribute('aria-invalid')"))
                .isEqualTo("true");

        fill("policy-maxRate", "1.5");
        fill("policy-presence-answerWithinSeconds", "60");
        browser.find("#policy-presence-answerWithinSeconds").sendKeys(Keys.ENTER);
        awaitShown("#told", "已保存");
        assertThat(row("maxRate")).isEqualTo("播放速度 1.5 倍 1.5 倍 本课程");
        assertThat(row("presence.everySeconds")).isEqualTo("确认在场的间隔 15 分 15 分 本课程");
        assertThat(author.get(policy).json().path("dailyCapSeconds").asInt()).isEqualTo(28_800);

        author.header("If-Match", "\"1\"")
                .put(policy, Map.of("inOrder", true, "maxRate", 1.25))
                .expect(200);
        fill("policy-maxRate", "1.75");
        follow("#save");
        awaitShown("#conflict", "别人改过规定");
        assertThat(shown("#conflict")).contains("播放速度：现在为“1.25 倍”，您填的是“1.75 倍”", "不能快进：现在为“要求”，您填的是“不作规定”");
        assertThat(author.get(policy).json().path("maxRate").asDouble()).isEqualTo(1.25);
        follow("#keep");
        awaitShown("#told", "已保存");
        assertThat(author.get(policy).json().path("maxRate").asDouble()).isEqualTo(1.75);

        author.header("If-Match", "\"3\"")
                .put(policy, Map.of("visibleOnly", true))
                .expect(200);
        fill("policy-maxRate", "2");
        follow("#save");
        follow("#take");
        assertThat(shown("#conflict")).isEmpty();
        assertThat(browser.text("document.querySelector('#policy-visibleOnly').checked"))
                .isEqualTo("true");
        assertThat(browser.text("document.querySelector('#policy-maxRate').value"))
                .isEmpty();
    }

    @Test
    void authorsPickTheUnitsThatMayOpenTheirCourseAndOverwriteNobodyUnawares() {
        var author = logIn(Role.AUTHOR, academy.group(0));
        var courseId = academy.draft(author, 0, "内部工艺", Academy.textOf(30));
        var sharing = "/api/v1/courses/%s/sharing".formatted(courseId);
        var workshop = academy.department(academy.employer("甲单位"), "车间 " + courseId);
        browser.run("location.hash = '#/making'");
        follow("a[href$='%s/sharing']".formatted(courseId));
        awaitShown("#now", "对所有人开放");
        assertThat(shown("#unit")).isEmpty();
        follow("#sharing-units");
        fill("unit", courseId);
        awaitShown("#found-units", "/ 甲单位 / 车间");
        follow("#found-units button");
        follow("#save");
        awaitShown("#told", "已保存");
        awaitShown("#now", "车间 " + courseId);
        assertThat(author.get(sharing).json().at("/unitIds/0").asString()).isEqualTo(workshop.toString());

        author.header("If-Match", "\"1\"")
                .put(sharing, Map.of("everyone", true))
                .expect(200);
        follow("#picked button");
        follow("#save");
        awaitShown("#trouble", "别人改过");
        awaitShown("#now", "对所有人开放");
        follow("#save");
        awaitShown("#now", "只在本教研组内开放");
        assertThat(author.get(sharing).json().path("everyone").asBoolean()).isFalse();
    }

    @Test
    void hrSaysWhatItsUnitAsksForAndSeesWhatIsAskedAboveIt() {
        var employer = academy.employer("甲单位");
        UnitId workshop = academy.department(employer, "焊接车间");
        academy.hr(employer)
                .header("If-Match", "\"0\"")
                .put("/api/v1/hr/units/%s/watch-policy".formatted(employer), Map.of("visibleOnly", true))
                .expect(200);
        var hr = logIn(Role.HR, workshop);
        follow(".top nav a[href='#/hr']");
        follow("#watch-policy");
        awaitShown("h1", "焊接车间");
        assertThat(row("visibleOnly")).isEqualTo("页面须在前台 不作规定 要求 单位“甲单位”");
        assertThat(shown("#policy-visibleOnly-hint")).endsWith("单位“甲单位”已经要求，不勾选也生效。");
        browser.find("#policy-inOrder").sendKeys(Keys.SPACE);
        follow("#save");
        awaitShown("#told", "已保存");
        assertThat(row("inOrder")).isEqualTo("不能快进 要求 要求 本单位");
        assertThat(hr.get("/api/v1/hr/units/%s/watch-policy".formatted(workshop))
                        .json()
                        .path("inOrder")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anAddressThatLeadsElsewhereInTheApiIsNone() {
        logIn(Role.AUTHOR, academy.group(0));
        for (var course : List.of("..%2F..%2Fgroups%3F", "..", "a%5Cb")) {
            browser.run("location.hash = '#/making'");
            awaitShown("h1", "教研组课程");
            browser.run("location.hash = '#/making/" + course + "/watch-policy'");
            awaitShown(".notice", "没有这个页面。");
        }
    }

    @Test
    void theGroupSeesHowManySawEachSecondOfAVideo() {
        var author = academy.author(0);
        var video = new StoredVideos(context).ready(academy.group(0), Academy.idOf(author), Duration.ofSeconds(12));
        var courseId = new Film(video).publish(author, academy);
        logIn(Role.REVIEWER, academy.group(0));
        browser.run("location.hash = '#/courses/%s'".formatted(courseId));
        follow(".doors a[href$='watch-policy']");
        awaitShown("#read-only", "只有教研组的作者和组长可以修改");
        browser.run("history.back()");
        follow(".doors a[href$='heat']");
        awaitShown(".nobody", "还没有人看过这个课时");

        var lesson = UUID.fromString(author.get("/api/v1/catalog/courses/" + courseId)
                .expect(200)
                .at("/sections/0/lessons/0/id")
                .asString());
        saw(lesson, "{[0,9)}");
        saw(lesson, "{[0,4),[6,7)}");
        browser.reload();
        awaitShown(".heat-words", "看过的人 2，视频长 12 秒。看得最多：0:00–0:04，2 人。看得最少：0:09–0:12，0 人。");
        var line = browser.find(".heat-plot");
        line.sendKeys(Keys.ARROW_RIGHT);
        assertThat(shown(".heat-read")).isEqualTo("0:01：2 人看过");
        line.sendKeys(Keys.END);
        assertThat(line.getDomAttribute("aria-valuetext")).isEqualTo("0:11：0 人看过");
        browser.click(".heat-plot", 0.54);
        assertThat(shown(".heat-read")).isEqualTo("0:06：2 人看过");
        follow(".heat-table summary");
        assertThat(shown(".heat-table tbody"))
                .startsWith("0:00–0:05 1–2 50–100%")
                .endsWith("0:10–0:12 0 0%");

        browser.asOnAPhone();
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    private void saw(UUID lesson, String ranges) {
        new ProofRows(jdbc, UUID.randomUUID(), UUID.randomUUID(), lesson).coverage(ranges, Instant.now());
    }
}
