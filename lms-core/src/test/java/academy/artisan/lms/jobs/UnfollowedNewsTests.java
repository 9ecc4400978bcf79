package academy.artisan.lms.jobs;

import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import academy.artisan.lms.progress.ProgressUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class UnfollowedNewsTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final UnfollowedNews news = new UnfollowedNews(((InstantSource) now::get).withZone(ZoneOffset.UTC));
    private final Method listener;

    UnfollowedNewsTests() throws NoSuchMethodException {
        listener = Object.class.getMethod("toString");
    }

    private void fail(Throwable failure) {
        news.handleUncaughtException(failure, listener);
    }

    @Test
    void thatSomethingIsAwayIsToldInALineNowAndThen(CapturedOutput output) {
        fail(new ProgressUnavailable(new IOException("refused")));
        fail(new ProgressUnavailable(new IOException("refused")));
        assertThat(output.getOut().lines().filter(line -> line.contains("News waits")))
                .hasSize(1);
        assertThat(output.getOut()).doesNotContain("\tat ");

        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
        fail(new ProgressUnavailable(new IOException("refused")));
        assertThat(output.getOut().lines().filter(line -> line.contains("News waits")))
                .hasSize(2);
    }

    @Test
    void anythingElseIsToldWithItsStack(CapturedOutput output) {
        fail(new IllegalStateException("A fault of ours"));
        fail(new IllegalStateException("A fault of ours"));
        assertThat(output.getOut().lines().filter(line -> line.contains("IllegalStateException: A fault of ours")))
                .hasSize(2);
        assertThat(output.getOut()).contains("\tat ");
    }
}
