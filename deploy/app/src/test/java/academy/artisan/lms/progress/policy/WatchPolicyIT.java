package academy.artisan.lms.progress.policy;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import academy.artisan.lms.testing.Academy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said is kept, by revision and on record, or refused. */
class WatchPolicyIT extends WatchPolicyStory {

    /** What is asked for, then how it is refused: status, field and rule. */
    private static final String OUT_OF_BOUNDS = """
            {"maxRate": 0.99}                                                  | 400 | maxRate | DecimalMin
            {"maxRate": 2.01}                                                  | 400 | maxRate | DecimalMax
            {"maxRate": 1.125}                                                 | 400 | maxRate | Digits
            {"maxRate": "NaN"}                                                 | 400 | maxRate | Json
            {"inOrder": "perhaps"}                                             | 400 | inOrder | Json
            {"presence": {"everySeconds": 59, "answerWithinSeconds": 30}}      | 400 | presence.everySeconds | Min
            {"presence": {"everySeconds": 7201, "answerWithinSeconds": 30}}    | 400 | presence.everySeconds | Max
            {"presence": {"everySeconds": 600, "answerWithinSeconds": 14}}     | 400 | presence.answerWithinSeconds | Min
            {"presence": {"everySeconds": 600}}                                | 400 | presence.answerWithinSeconds | NotNull
            {"presence": {"answerWithinSeconds": 60}}                          | 400 | presence.everySeconds | NotNull
            {"presence": {"everySeconds": 60, "answerWithinSeconds": 90}}      | 422 | presence.answerWithinSeconds | WithinEvery
            {"dailyCapSeconds": 599}                                           | 400 | dailyCapSeconds | Min
            {"dailyCapSeconds": 86401}                                         | 400 | dailyCapSeconds | Max
            {"dailyCapSeconds": 1e99}                                          | 400 | dailyCapSeconds | Json
            """;

    @Test
    void authorsSayWhatTheirCourseAsksForBeforeItIsPublished() {
        var course = of(draft());
        var nothing = author.get(course);
        assertThat(nothing.expect(200).path("maxRate").isNull()).isTrue();
        assertThat(nothing.header("ETag")).isEqualTo("\"0\"");

        var said = say(author, course, IN_ORDER);
        assertThat(said.expect(200).path("maxRate").asDouble()).isEqualTo(1.5);
        assertThat(said.header("ETag")).isEqualTo("\"1\"");
        assertThat(author.get(course).json().path("changedBy").asString())
                .isEqualTo(Academy.idOf(author).toString());
        assertThat(say(author, course, IN_ORDER).header("ETag")).isEqualTo("\"1\"");
        assertThat(say(author, course, Map.of()).expect(200).path("inOrder").isNull())
                .isTrue();
    }

    @Test
    void changesAreBasedOnWhatWasRead() {
        var course = of(draft());
        author.put(course, IN_ORDER).expectProblem(428, "revision-required");
        sayFirst(author, course, IN_ORDER).expect(200);
        var late = sayFirst(author, course, Map.of("visibleOnly", true));
        assertThat(late.expectProblem(412, "watch-policy-changed-meanwhile")
                        .at("/current/inOrder")
                        .asBoolean())
                .isTrue();
        assertThat(author.get(course).json().path("visibleOnly").isNull()).isTrue();
    }

    @Test
    void oneOfManyFirstWordsIsTaken() throws Exception {
        var course = of(draft());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> sayFirst(author, course, Map.of("dailyCapSeconds", 3600 + i))
                            .status()))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        }
        assertThat(author.get(course).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void whatIsOutOfBoundsIsNamedAndChangesNothing() {
        var hr = academy.hr(employer);
        OUT_OF_BOUNDS.lines().forEach(line -> {
            var said = line.split("\\s*\\|\\s*", 4);
            var problem = sayFirst(hr, of(employer), JsonMapper.shared().readTree(said[0]));
            var error = problem.expect(Integer.parseInt(said[1])).at("/errors/0");
            assertThat(error.path("field").asString() + " " + error.path("rule").asString())
                    .as(line)
                    .isEqualTo(said[2] + " " + said[3]);
        });
        assertThat(hr.get(of(employer)).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void everyChangeIsOnRecordWithWhatWasBefore() {
        var courseId = draft();
        sayFirst(author, of(courseId), IN_ORDER).expect(200);
        say(author, of(courseId), Map.of("visibleOnly", true)).expect(200);
        var trail = academy.admin()
                .get("/api/v1/audit?subjectKind=course&action=watch-policy-changed&subjectId=" + courseId)
                .expect(200)
                .path("items");
        assertThat(trail.size()).isEqualTo(2);
        assertThat(trail.at("/0/details/before/maxRate").asDouble()).isEqualTo(1.5);
        assertThat(trail.at("/0/details/after/visibleOnly").asBoolean()).isTrue();
        assertThat(trail.at("/0/details/after").has("maxRate")).isFalse();
        assertThat(trail.at("/1/details/before").isEmpty()).isTrue();
        assertThat(trail.at("/0/personId").asString())
                .isEqualTo(Academy.idOf(author).toString());
        var hr = academy.hr(employer);
        sayFirst(hr, of(employer), Map.of("visibleOnly", true)).expect(200);
        assertThat(academy.admin()
                        .get("/api/v1/audit?subjectKind=unit&subjectId=" + employer)
                        .expect(200)
                        .path("items")
                        .size())
                .isEqualTo(1);
    }
}
