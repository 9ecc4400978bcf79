package academy.artisan.lms.search.index;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import academy.artisan.lms.embedded.ApplicationProcess;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;

import static org.awaitility.Awaitility.await;

/** Authors who publish as many courses as they are told to, and go on with the next when they were interrupted. */
final class SteadyAuthors implements AutoCloseable {

    private static final int COUNT = 6;
    private static final String PASSWORD = "Lathe-and-workbench-7";
    private static final Duration A_WHILE = Duration.ofMinutes(3);

    private final Supplier<Api> application;
    private final String group;
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger published = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param application as it answers now; it has nobody but its administrator yet */
    SteadyAuthors(Supplier<Api> application) {
        this.application = application;
        this.group = admin().get("/api/v1/groups").expect(200).at("/items/0/id").asString();
        var lead = admin().post("/api/v1/people", Map.of("username", "lead", "name", "某人", "password", PASSWORD))
                .expect(201)
                .path("id")
                .asString();
        admin().post("/api/v1/people/%s/grants".formatted(lead), Map.of("role", "LEAD", "scope", group))
                .expect(204);
    }

    private Api admin() {
        return application.get().as("admin", ApplicationProcess.ADMIN_PASSWORD);
    }

    int published() {
        return published.get();
    }

    /** How often what they did failed. */
    int interrupted() {
        return interrupted.get();
    }

    void publishMore(int count) {
        wanted.addAndGet(count);
        for (var author = 0; author < COUNT; author++) {
            threads.execute(this::publishAll);
        }
    }

    void awaitPublished(int count) {
        await().atMost(A_WHILE).until(() -> published.get() >= count);
    }

    void awaitAll() {
        awaitPublished(wanted.get());
    }

    private void publishAll() {
        while (published.get() < wanted.get()) {
            try {
                publish(admin(), application.get().as("lead", PASSWORD));
            } catch (UncheckedIOException | AssertionError killed) {
                interrupted.incrementAndGet();
                awaitReady(application.get());
            }
        }
    }

    /** It, or the one that is started in its place. */
    static void awaitReady(Api application) {
        await().atMost(A_WHILE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> application.get("/actuator/health/readiness").status() == 200);
    }

    private void publish(Api author, Api lead) {
        while (published.get() < wanted.get()) {
            var title = "焊接机器人 " + published.get();
            var course = "/api/v1/courses/"
                    + author.post(
                                    "/api/v1/groups/%s/courses".formatted(group),
                                    Map.of("title", title, "summary", "", "level", "初级", "tags", List.of("机器人")))
                            .expect(201)
                            .path("courseId")
                            .asString();
            author.header("If-Match", "\"1\"")
                    .put(course + "/draft", Academy.outline(title, Academy.article("课", "正文")))
                    .expect(200);
            var review = author.post(course + "/reviews")
                    .expect(201)
                    .path("reviewId")
                    .asString();
            lead.post("/api/v1/reviews/%s/decisions".formatted(review), Map.of("decision", "APPROVE", "comments", "好"))
                    .expect(200);
            author.post(course + "/publications", Map.of()).expect(201);
            published.incrementAndGet();
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
