package academy.artisan.lms.search.index;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import academy.artisan.lms.search.Publisher;
import academy.artisan.lms.search.SearchApi;
import academy.artisan.lms.search.SearchTest;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever changes what somebody finds does so within two seconds. */
@SearchTest
class FreshnessIT {

    private static final int COURSES = 4;
    private static final int PUBLICATIONS = 50;
    private static final int PUBLICATIONS_PER_SECOND = 5;
    private static final List<String> QUERIES = List.of("焊接", "jiguang", "时新", "数控 车床");

    @Autowired
    ApplicationContext context;

    @Autowired
    SearchApi search;

    @Autowired
    Publisher publisher;

    private final Delays delays = new Delays();
    private final String tag = "时新" + UUID.randomUUID().toString().substring(0, 8);

    /** Whatever other tests did to it is over. */
    @BeforeEach
    void awaitIndex() {
        await().atMost(Delays.AT_LAST).until(() -> {
            var answer = search.ask("/courses?q=");
            return answer.getStatusCode().is2xxSuccessful()
                    && String.valueOf(answer.getBody()).contains("\"reduced\":false");
        });
    }

    @Test
    void whatIsSharedAndNoLongerSharedAndWithdrawnAndRestored() {
        var academy = new Academy(context);
        var unit = academy.employer("甲单位");
        var viewer = academy.learner(unit);
        for (var number = 0; number < COURSES; number++) {
            var course = Authored.course(academy, tag + number, "文");
            var nobody = Map.<String, Object>of("everyone", false);
            share(course, nobody);
            course.approve();
            course.publish(Map.of()).expect(201);

            change(() -> share(course, Map.of("everyone", false, "unitIds", List.of(unit))), viewer, course, true);
            change(() -> share(course, nobody), viewer, course, false);
            change(() -> share(course, Map.of("everyone", true)), viewer, course, true);
            change(() -> say(course, "withdrawal", Map.of("reason", "待修订")), viewer, course, false);
            change(() -> say(course, "restoration", Map.of()), viewer, course, true);
        }
        delays.assertAsPromised();
    }

    private void change(Runnable change, Api viewer, Authored course, boolean isFoundThen) {
        change.run();
        var changedAt = Instant.now();
        await().atMost(Delays.AT_LAST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> delays.search(() -> isFound(viewer, course)) == isFoundThen);
        delays.foundNow(changedAt);
    }

    private boolean isFound(Api viewer, Authored course) {
        var found = viewer.get("/api/v1/search/courses?limit=100&q="
                        + course.draft().path("title").asString())
                .expect(200);
        assertThat(found.path("reduced").asBoolean()).isFalse();
        return found.path("items")
                .valueStream()
                .anyMatch(item -> item.path("courseId").asString().equals(course.courseId()));
    }

    private static void share(Authored course, Map<String, Object> wish) {
        var path = course.path("sharing");
        course.author()
                .header("If-Match", course.author().get(path).header("ETag"))
                .put(path, wish)
                .expect(200);
    }

    private static void say(Authored course, String what, Map<String, Object> body) {
        course.author().post(course.path(what), body).expect(200);
    }

    @Test
    void whatIsPublishedWhileOthersSearchAndPublish() {
        var publishedAt = new ConcurrentHashMap<String, Instant>();
        var seen = new HashSet<String>();
        try (var beside = Executors.newScheduledThreadPool(QUERIES.size() + 1)) {
            var searching = QUERIES.stream()
                    .<Future<?>>map(query -> beside.scheduleAtFixedRate(
                            () -> delays.search(() -> search.titles("/courses?q={q}", query)),
                            50L * QUERIES.indexOf(query),
                            1000 / 5,
                            TimeUnit.MILLISECONDS))
                    .toList();
            IntStream.range(0, PUBLICATIONS).forEach(number -> {
                Future<?> ignored = beside.schedule(
                        () -> {
                            var course = publisher.publish(tag + number, "初级", tag);
                            publishedAt.put(course.title(), course.publishedAt());
                        },
                        1000L * number / PUBLICATIONS_PER_SECOND,
                        TimeUnit.MILLISECONDS);
            });
            await().atMost(Delays.AT_LAST.plusSeconds(PUBLICATIONS / PUBLICATIONS_PER_SECOND))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        noteFound(publishedAt, seen);
                        return seen.size() == PUBLICATIONS;
                    });
            assertThat(searching).noneMatch(Future::isDone);
            beside.shutdownNow();
        }
        delays.assertAsPromised();
    }

    private void noteFound(Map<String, Instant> publishedAt, Set<String> seen) {
        var found = search.found("/courses?q=&limit=100&tag={tag}", tag);
        assertThat(found.<Boolean>read("$.reduced")).isFalse();
        for (var title : found.<List<String>>read("$.items[*].title")) {
            var published = publishedAt.get(title);
            if (published != null && seen.add(title)) {
                delays.foundNow(published);
            }
        }
    }
}
