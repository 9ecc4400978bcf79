package academy.artisan.lms.portal;

import java.time.Duration;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The player of an open lesson: what a learner does with it, and what it shows. */
record Player(Browser browser) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String VIDEO = "document.querySelector('#video')";

    /** Steps of the playing time that real time does not account for. */
    private static final String WATCH_FOR_JUMPS = """
            const video = document.querySelector('#video');
            window.jumps = [];
            let time = video.currentTime, at = performance.now();
            setInterval(() => {
              const step = video.currentTime - time, passed = (performance.now() - at) / 1000;
              if (step < 0 || step > passed + 0.5) jumps.push(`${step} in ${passed} at ${time}`);
              time += step;
              at += passed * 1000;
            }, 100);
            """;

    /** The first lesson of a course, or the one to go on with. */
    static Player open(Browser browser, String courseId) {
        browser.run("window.refused = [];"
                + "document.addEventListener('securitypolicyviolation', event => refused.push(event.blockedURI))");
        browser.run("location.hash = '#/courses/%s'".formatted(courseId));
        browser.find("#enrol, #continue").click();
        browser.find("#video");
        return new Player(browser);
    }

    double number(String ofVideo) {
        return browser.number(VIDEO + "." + ofVideo);
    }

    double time() {
        return number("currentTime");
    }

    double secondShown() {
        return browser.number(Film.SECOND_SHOWN);
    }

    void playPast(double second) {
        browser.find("#video");
        browser.run(VIDEO + ".play()");
        await().atMost(PATIENCE).until(() -> time() > second);
    }

    void pause() {
        browser.run(VIDEO + ".pause()");
    }

    boolean hasBuffered(double second) {
        return browser.number(
                        "(b => [...Array(b.length).keys()].filter(i => b.start(i) <= %1$s && b.end(i) > %1$s).length)(%2$s.buffered)"
                                .formatted(second, VIDEO))
                > 0;
    }

    /** As the browser itself counts what went by. */
    double secondsPlayed() {
        return browser.number(
                "(p => [...Array(p.length).keys()].reduce((sum, i) => sum + p.end(i) - p.start(i), 0))(%s.played)"
                        .formatted(VIDEO));
    }

    /** How many separate parts the bar of what was seen has. */
    int stretchesSeen() {
        return browser.all(".bar .part").size();
    }

    void clickSeekBarAt(double share) {
        browser.click(".seek", share);
    }

    void choose(String quality) {
        browser.find("#quality option[value='%s']".formatted(quality)).click();
        awaitQuality(quality);
    }

    /** As people do who use no pointer. */
    void typeQuality(String quality) {
        browser.find("#quality").sendKeys(quality);
        awaitQuality(quality);
    }

    private void awaitQuality(String name) {
        await().atMost(PATIENCE).until(() -> name.equals((int) number("videoHeight") + "p"));
        assertThat(browser.text("document.querySelector('#quality').value")).isEqualTo(name);
    }

    String qualities() {
        return browser.text("[...document.querySelectorAll('#quality option')].map(option => option.text).join(' ')");
    }

    void watchForJumps() {
        browser.run(WATCH_FOR_JUMPS);
    }

    String jumps() {
        return browser.text("jumps.join()");
    }

    /** In the menu of the browser's own controls, which stay as long as the video is paused. */
    void chooseCaptions(String label) {
        pause();
        browser.run(VIDEO + ".scrollIntoView({block: 'center'})");
        Stream.of(Controls.MORE, Controls.CAPTIONS, label).forEach(browser.controls()::click);
        browser.run(VIDEO + ".play()");
    }

    String captionShown() {
        return browser.controls().text(Controls.CAPTIONS_SHOWN).strip();
    }

    /** From where files were fetched of which the address ends like this, before what signs it. */
    String originsOf(String ending) {
        return browser.text("[...new Set(performance.getEntriesByType('resource').map(({name}) => new URL(name))"
                + ".filter(({pathname}) => pathname.endsWith('%s')).map(({origin}) => origin))].join()"
                        .formatted(ending));
    }

    /** What the page's own policy kept from being loaded. */
    String refused() {
        return browser.text("refused.join()");
    }
}
