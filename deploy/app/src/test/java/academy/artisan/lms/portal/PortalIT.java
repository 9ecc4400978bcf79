package academy.artisan.lms.portal;

import java.nio.file.Path;
import java.time.Duration;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.DemoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

@DemoTest
class PortalIT {

    private static final String TIME = "document.querySelector('#video').currentTime";
    private static final String COVERED = "Number(document.querySelector('#covered').dataset.seconds)";

    private final Api api;

    PortalIT(@Autowired ApplicationContext context) {
        api = Academy.nobody(context);
    }

    @BeforeEach
    void thereIsABrowserAndSomethingToWatch() {
        assumeThat(Browser.isInstalled())
                .as("Chromium and its driver are installed (Debian: chromium, chromium-driver)")
                .isTrue();
        var learner = api.as("learner20", DemoTest.PASSWORD);
        await().atMost(Duration.ofMinutes(4))
                .until(() -> learner.get("/api/v1/search/courses?q=hanjiejiqiren")
                        .text()
                        .contains("焊接机器人操作与编程基础"));
    }

    @Test
    void whoSearchesAndPressesPlayIsCreditedAndResumesElsewhere(@TempDir Path first, @TempDir Path second) {
        double left;
        try (var browser = Browser.at(api.address(), "zh-CN", first)) {
            watch(browser);
            left = browser.number(TIME);
            browser.run("document.querySelector('#video').pause()");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(progressInTheApi()).isGreaterThanOrEqualTo(5));
        }
        try (var browser = Browser.at(api.address(), "en-US", second)) {
            browser.logIn("learner1", DemoTest.PASSWORD);
            browser.open("#/mine");
            browser.find(".card h2 a").click();
            browser.find("#continue").click();
            browser.find("#video");
            await().atMost(Duration.ofSeconds(20)).until(() -> browser.number(TIME) > 0);
            assertThat(browser.number(TIME)).isCloseTo(left, within(2.0));
            assertThat(browser.number(COVERED)).isGreaterThanOrEqualTo(5);
            assertThat(browser.text("document.documentElement.lang")).isEqualTo("en");
        }
    }

    private static void watch(Browser browser) {
        browser.logIn("learner1", DemoTest.PASSWORD);
        assertThat(browser.text("document.documentElement.lang")).isEqualTo("zh-CN");
        browser.find("#q").sendKeys("焊接机器人");
        browser.find("form.search button").click();
        browser.find(".card mark");
        browser.find(".card h2 a").click();
        browser.find("#enrol").click();
        browser.find("#video");
        assertThat(browser.text("document.querySelector('.watermark').textContent"))
                .matches("学员.* \\S{4}");
        browser.run("document.querySelector('#video').play()");
        await().atMost(Duration.ofSeconds(30)).until(() -> browser.number(TIME) > 2);
        await().atMost(Duration.ofSeconds(30)).until(() -> browser.number(COVERED) >= 5);
    }

    private int progressInTheApi() {
        var learner = api.as("learner1", DemoTest.PASSWORD);
        var enrolment = learner.get("/api/v1/me/enrolments").expect(200).at("/items/0/enrolmentId");
        return learner.get("/api/v1/enrolments/%s/progress".formatted(enrolment.asString()))
                .expect(200)
                .at("/lessons/0/coveredSeconds")
                .asInt();
    }
}
