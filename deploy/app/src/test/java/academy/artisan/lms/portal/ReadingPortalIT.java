package academy.artisan.lms.portal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import academy.artisan.lms.identity.People;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.Documents;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/** Reading in a real browser, under the page's own policy of what may be loaded. */
@StackTest
class ReadingPortalIT {

    private static final String PASSWORD = "a password of a reader";
    private static final String COVERED =
            "Number((document.querySelector('#covered') || {dataset: {seconds: 0}}).dataset.seconds)";

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    private Academy academy;
    private Browser browser;

    @BeforeEach
    void aLearnerLogsIn(@TempDir Path profile) {
        assumeThat(Browser.isInstalled())
                .as("Chromium and its driver are installed (Debian: chromium, chromium-driver)")
                .isTrue();
        academy = new Academy(context);
        var username = "r" + UUID.randomUUID().toString().replace("-", "");
        people.register(username, "学员", PASSWORD);
        browser = Browser.at(academy.nobody().address(), "zh-CN", profile);
        browser.logIn(username, PASSWORD);
        browser.run(
                "window.refused = [];"
                        + "document.addEventListener('securitypolicyviolation', event => refused.push(event.violatedDirective))");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private void openLesson(String courseId) {
        browser.run("location.hash = '#/courses/%s'".formatted(courseId));
        browser.find("#enrol").click();
    }

    @Test
    void pdfIsShownInThePageAndItsReadingIsCredited() {
        var author = academy.author(0);
        var file = academy.file(author, 0, "焊接安全.pdf", Documents.pdf(2, "Safety first"));
        var courseId = academy.draft(
                author, 0, "安全", Academy.document("规程", file.path("fileId").asString()));
        academy.publish(author, academy.reviewer(1), courseId);

        openLesson(courseId);
        browser.find("iframe#document");
        assertThat(browser.find("#document-link").getText()).isEqualTo("在新窗口打开 焊接安全.pdf");
        await().atMost(Duration.ofSeconds(30)).until(() -> browser.number(COVERED) >= 3);
        assertThat(browser.text("refused.join()")).isEmpty();
    }

    @Test
    void documentThatABrowserCannotShowIsThereToDownload() {
        var author = academy.author(0);
        var file = academy.file(author, 0, "表.xlsx", Documents.xlsx("甲"));
        var courseId = academy.draft(
                author, 0, "表格", Academy.document("表", file.path("fileId").asString()));
        academy.publish(author, academy.reviewer(1), courseId);

        openLesson(courseId);
        assertThat(browser.find("#document-link").getText()).isEqualTo("下载 表.xlsx");
        assertThat(browser.all("iframe")).isEmpty();
    }

    @Test
    void whoseCourseIsRevisedMeanwhileGoesOnInTheNewVersion() {
        var course = Authored.published(academy, "修订", "甲" + Academy.textOf(60));
        openLesson(course.courseId());
        await().atMost(Duration.ofSeconds(30)).until(() -> browser.number(COVERED) >= 1);
        course.rewrite(0, "乙" + Academy.textOf(60));
        course.revise("TOP_UP");
        await().atMost(Duration.ofSeconds(40)).until(() -> shown(".text").startsWith("乙"));
        assertThat(shown("#notice")).contains("本课时的内容已更换");

        course.rewrite(0, "丙" + Academy.textOf(60));
        course.revise("START_AGAIN");
        await().atMost(Duration.ofSeconds(40)).until(() -> shown("#notice").contains("需要重新学习"));
        var ended = browser.text("location.hash");
        browser.find("#notice a").click();
        await().atMost(Duration.ofSeconds(30)).until(() -> shown(".text").startsWith("丙"));
        browser.run("location.hash = '%s'".formatted(ended));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !browser.all("#notice a").isEmpty());
    }

    /** In one step, because the page may put another element there at any moment. */
    private String shown(String selector) {
        return browser.text(
                "(document.querySelector('%s') || {textContent: ''}).textContent.trim()".formatted(selector));
    }

    @Test
    void articleIsShownAsItWasWritten() {
        openLesson(
                academy.published(
                        "文章",
                        "## 要点\n\n| 项 |\n|---|\n| **甲** |\n\n[外](https://example.org)\n\n```\n<script>refused.push('ran')</script>\n```"));
        assertThat(browser.find(".text h2").getText()).isEqualTo("要点");
        assertThat(browser.find(".text td strong").getText()).isEqualTo("甲");
        assertThat(browser.find(".text pre code").getText()).contains("<script>");
        assertThat(browser.find(".text a").getDomAttribute("target")).isEqualTo("_blank");
        assertThat(browser.text("refused.join()")).isEmpty();
    }
}
