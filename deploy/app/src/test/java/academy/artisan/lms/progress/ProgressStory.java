package academy.artisan.lms.progress;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What stories of a Redis in trouble have in common. */
@StackTest
public abstract class ProgressStory {

    /** The time that a command may take, and some for everything else. */
    static final Duration SOON = Duration.ofSeconds(3);

    protected static final int LENGTH = 120;

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected JdbcClient jdbc;

    /** Claims everything until more than so many seconds are covered; answers how many are. */
    static int watchBeyond(int seconds, Watching watching) {
        return await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> claimAll(watching), covered -> covered > seconds);
    }

    private static int claimAll(Watching watching) {
        return coveredAfter(watching.beat(2, 0, LENGTH));
    }

    static int covered(Watching watching) {
        return coveredAfter(watching.beat(1, 0, 0));
    }

    private static int coveredAfter(Api.Answer beat) {
        return beat.expect(200).path("coveredSeconds").asInt();
    }

    static void awaitTaken(Watching watching, Duration patience) {
        await().atMost(patience).until(() -> watching.beat(1, 0, 0).status() == 200);
    }

    protected static void expectUnavailable(Supplier<Api.Answer> request) {
        var answer = soon(request);
        answer.expectProblem(503, "progress-unavailable");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    static Api.Answer soon(Supplier<Api.Answer> request) {
        var begin = System.nanoTime();
        var answer = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as(answer.text())
                .isLessThan(SOON);
        return answer;
    }

    int secondsInPostgres(Watching watching) {
        return jdbc.sql("""
                        select coalesce(sum(upper(r) - lower(r)), 0)
                        from progress.lesson_progress, unnest(coverage) r where enrolment_id = :id
                        """)
                .param("id", UUID.fromString(watching.enrolmentId()))
                .query(Integer.class)
                .single();
    }
}
