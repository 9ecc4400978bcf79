package academy.artisan.lms.course.sharing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What employers require of courses that are shared. */
class SharedRequirementIT extends SharedCourse {

    private Api.Answer require(Api hr, UnitId unit, Map<String, ?> audience) {
        return hr.post(
                "/api/v1/hr/units/%s/required-trainings".formatted(unit),
                Map.of("courseId", course.courseId(), "dueOn", inAMonth(), "audience", audience));
    }

    private static String inAMonth() {
        return LocalDate.now(ZoneOffset.UTC).plusMonths(1).toString();
    }

    @Test
    void hrRequiresOnlyWhatAllOfThemMayOpen() {
        share(with(department));
        publish();
        var hr = academy.hr(employer);
        var inside = Academy.idOf(academy.learner(department)).toString();
        var outside = Academy.idOf(academy.learner(employer)).toString();
        require(hr, employer, Map.of()).expectProblem(404, "not-found");
        require(hr, employer, Map.of("personIds", List.of(outside))).expectProblem(404, "not-found");
        var some = require(hr, employer, Map.of("personIds", List.of(inside, outside)))
                .expectProblem(422, "invalid-fields");
        assertThat(some.at("/errors/0/field").asString()).isEqualTo("courseId");
        assertThat(some.at("/errors/0/rule").asString()).isEqualTo("OpenToAll");
        require(hr, employer, Map.of("personIds", List.of(inside))).expect(201);
        require(hr, department, Map.of()).expect(201);

        units.join(department, Academy.idOf(hr), "B-1");
        require(hr, employer, Map.of()).expectProblem(422, "invalid-fields");
        share(with(employer));
        require(hr, employer, Map.of()).expect(201);
    }

    @Test
    void whoJoinsOwesARequiredCourseOnceItIsOpenToTheirUnit() {
        publish();
        var hr = academy.hr(employer);
        require(hr, employer, Map.of()).expect(201);
        share(with(department));
        var closed = Academy.idOf(academy.learner(employer)).toString();
        var open = Academy.idOf(academy.learner(department)).toString();
        await().atMost(Duration.ofSeconds(15)).until(() -> owing(hr).contains(open));
        assertThat(owing(hr)).doesNotContain(closed);
        share(with(employer));
        await().atMost(Duration.ofSeconds(15)).until(() -> owing(hr).contains(closed));
    }

    private List<String> owing(Api hr) {
        return texts(
                hr.get("/api/v1/hr/units/%s/completions?courseId=%s".formatted(employer, course.courseId()))
                        .expect(200)
                        .path("items"),
                "personId");
    }
}
