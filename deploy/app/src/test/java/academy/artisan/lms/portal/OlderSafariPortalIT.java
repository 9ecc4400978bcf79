package academy.artisan.lms.portal;

import java.nio.file.Path;
import java.time.Duration;

import academy.artisan.lms.testing.Academy;
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

/** Whether somebody is there can be seen where the full screen has the names of older Safari and of iPhones only. */
@StackTest
class OlderSafariPortalIT {

    private static final String PREPARE = """
            document.body.insertAdjacentHTML('beforeend', '<div id="box"><video></video></div>');
            window.box = document.querySelector('#box');
            window.video = box.querySelector('video');
            window.whole = null;
            window.left = 0;
            const leave = () => { left++; whole = null; };
            const name = (thing, key, value) => Object.defineProperty(thing, key, {configurable: true, ...value});
            name(document, 'fullscreenElement', {value: undefined});
            name(document, 'exitFullscreen', {value: undefined});
            name(document, 'webkitFullscreenElement', {get: () => whole === 'phone' ? null : whole});
            name(document, 'webkitExitFullscreen', {value: leave});
            name(video, 'webkitDisplayingFullscreen', {get: () => whole === 'phone'});
            name(video, 'webkitExitFullscreen', {value: leave});
            import('/portal/js/presence.js').then(({Presence}) => {
              window.presence = new Presence({policy: {}}, {hold() {}, release() {}});
            });
            """;

    @Autowired
    ApplicationContext context;

    private Browser browser;

    @BeforeEach
    void openThePortal(@TempDir Path profile) {
        assumeThat(Browser.isInstalled())
                .as("Chromium and its driver are installed (Debian: chromium, chromium-driver)")
                .isTrue();
        browser = Browser.at(Academy.nobody(context).address(), "zh-CN", profile);
        browser.open("");
        browser.find("form.login");
        browser.run(PREPARE);
        await().atMost(Duration.ofSeconds(10)).until(() -> browser.number("window.presence ? 1 : 0") == 1);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theQuestionIsInFrontOfWhateverFillsTheScreen() {
        ask("phone");
        assertThat(timesLeft()).as("the bare video of a phone gives way").isEqualTo(1);
        browser.run("whole = 'phone'; video.dispatchEvent(new Event('webkitbeginfullscreen'))");
        assertThat(timesLeft()).as("also when it comes back").isEqualTo(2);
        assertThat(isIn("document.body")).isTrue();

        ask("box");
        assertThat(isIn("box")).as("what lies over the video has the screen").isTrue();
        browser.run("whole = null; document.dispatchEvent(new Event('webkitfullscreenchange'))");
        assertThat(isIn("document.body")).isTrue();

        ask("video");
        assertThat(timesLeft()).as("the bare video gives way").isEqualTo(3);
        assertThat(isIn("document.body")).isTrue();

        browser.run("presence.stop(); whole = 'phone'; video.dispatchEvent(new Event('webkitbeginfullscreen'))");
        assertThat(timesLeft()).as("nothing is asked any more").isEqualTo(3);
    }

    private void ask(String whole) {
        var what = whole.equals("phone") ? "'phone'" : whole;
        browser.run("presence.stop(); whole = %s; presence.look({challengeId: '%s', secondsLeft: 20})"
                .formatted(what, whole));
    }

    private int timesLeft() {
        return (int) browser.number("left");
    }

    private boolean isIn(String place) {
        return browser.number("presence.element.parentNode === %s ? 1 : 0".formatted(place)) == 1;
    }
}
