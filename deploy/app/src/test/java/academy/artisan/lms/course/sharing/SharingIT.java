package academy.artisan.lms.course.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import academy.artisan.lms.identity.Role;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.testing.Academy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Who says with whom a course is shared, and how that is kept. */
class SharingIT extends SharedCourse {

    /** What is asked for, then how it is refused: status, field and rule. */
    private static final String REFUSED = """
            {}                                                                | 400 | everyone   | NotNull
            {"everyone": null, "unitIds": []}                                 | 400 | everyone   | NotNull
            {"everyone": "some"}                                              | 400 | everyone   | Json
            {"everyone": false, "unitIds": [null]}                            | 400 | unitIds[0] | NotNull
            {"everyone": false, "unitIds": ["UNIT", "no id"]}                 | 400 | unitIds[1] | Json
            {"everyone": true, "unitIds": ["UNIT"]}                           | 422 | unitIds    | EveryoneOrUnits
            {"everyone": false, "unitIds": ["UNIT", "NONE"]}                  | 422 | unitIds[1] | KnownUnit
            """;

    @Test
    void aCourseIsOpenToEveryoneUntilSomebodySaysOtherwise() {
        var open = course.author().get(sharing());
        assertThat(open.header("ETag")).isEqualTo("\"0\"");
        assertThat(open.expect(200).path("everyone").asBoolean()).isTrue();
        assertThat(open.json().path("unitIds").isEmpty()).isTrue();

        publish();
        share(with(department));
        var shared = course.author().get(sharing()).expect(200);
        assertThat(shared.at("/unitIds/0").asString()).isEqualTo(department.toString());
        assertThat(shared.at("/units/0/name").asString()).isEqualTo("焊接车间");
        assertThat(shared.path("changedBy").asString())
                .isEqualTo(Academy.idOf(course.author()).toString());
    }

    @Test
    void membersOfTheGroupReadAndAuthorsAndAdministratorsSay() {
        var group = academy.group(0);
        for (var who : List.of(course.author(), academy.lead(group), academy.admin())) {
            assertThat(who.get(sharing()).expect(200).path("mayChange").asBoolean())
                    .isTrue();
            say(who, WITH_NO_UNIT).expect(200);
        }
        var reviewer = academy.member(Role.REVIEWER, group);
        assertThat(reviewer.get(sharing()).expect(200).path("mayChange").asBoolean())
                .isFalse();
        say(reviewer, WITH_EVERYONE).expectProblem(403, "not-allowed");
        for (var other : List.of(academy.author(1), academy.hr(employer), academy.learner(employer))) {
            other.get(sharing()).expectProblem(404, "not-found");
            say(other, WITH_EVERYONE).expectProblem(404, "not-found");
        }
        academy.nobody().get(sharing()).expectProblem(401, "log-in-required");
        say(academy.nobody(), WITH_EVERYONE).expectProblem(401, "log-in-required");
        course.author()
                .get("/api/v1/courses/%s/sharing".formatted(UUID.randomUUID()))
                .expectProblem(404, "not-found");
        assertThat(course.author().get(sharing()).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void secondOfTwoAuthorsIsToldWhatTheFirstSaid() {
        var author = course.author();
        author.put(sharing(), WITH_EVERYONE).expectProblem(428, "revision-required");
        var first = author.header("If-Match", "\"0\"");
        assertThat(first.put(sharing(), with(employer)).header("ETag")).isEqualTo("\"1\"");
        var late = first.put(sharing(), with(department)).expectProblem(412, "sharing-changed-meanwhile");
        assertThat(late.at("/current/unitIds/0").asString()).isEqualTo(employer.toString());
        assertThat(say(author, with(employer, employer)).header("ETag")).isEqualTo("\"1\"");
        assertThat(say(author, WITH_EVERYONE).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void whatCannotBeIsRefusedByFieldAndRuleAndChangesNothing() {
        for (var line : REFUSED.lines().toList()) {
            var columns = line.split("\\s*\\|\\s*", 4);
            var body = columns[0]
                    .replace("UNIT", employer.toString())
                    .replace("NONE", UnitId.next().toString());
            var problem =
                    say(course.author(), JsonMapper.shared().readTree(body)).expect(Integer.parseInt(columns[1]));
            assertThat(problem.at("/errors/0/field").asString()).as(line).isEqualTo(columns[2]);
            assertThat(problem.at("/errors/0/rule").asString()).as(line).isEqualTo(columns[3].strip());
        }
        var many = IntStream.rangeClosed(0, SharingWish.MOST_UNITS)
                .mapToObj(ignored -> employer)
                .toList();
        var tooMany =
                say(course.author(), Map.of("everyone", false, "unitIds", many)).expect(400);
        assertThat(tooMany.at("/errors/0/rule").asString()).isEqualTo("Size");
        assertThat(course.author().get(sharing()).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void everyChangeIsOnRecordWithWhatWasBefore() {
        share(with(employer));
        share(with(employer));
        share(WITH_EVERYONE);
        var trail = academy.admin()
                .get("/api/v1/audit?subjectKind=course&action=course-shared&subjectId=" + course.courseId())
                .expect(200)
                .path("items");
        assertThat(trail.size()).isEqualTo(2);
        assertThat(trail.at("/0/details/before/unitIds/0").asString()).isEqualTo(employer.toString());
        assertThat(trail.at("/0/details/after/everyone").asBoolean()).isTrue();
        assertThat(trail.at("/1/details/before/everyone").asBoolean()).isTrue();
        assertThat(trail.at("/0/groupId").asString()).isEqualTo(academy.group(0).toString());
    }

    @Test
    void whoMakesCoursesFindsUnitsByNameWithThoseAboveThem() {
        var name = "试验 " + UUID.randomUUID();
        var found = new ArrayList<UnitId>();
        for (var one : List.of(employer, stranger)) {
            found.add(academy.department(one, name));
        }
        var path = "/api/v1/units?q=%s".formatted(name.replace(" ", "%20"));
        var first = course.author().get(path + "&limit=1").expect(200);
        assertThat(first.at("/items/0/above/1").asString()).isEqualTo("甲单位");
        var second = course.author()
                .get(path + "&limit=1&after=" + first.path("next").asString())
                .expect(200);
        assertThat(second.at("/items/0/id").asString())
                .isEqualTo(found.getLast().toString());
        assertThat(second.path("next").isNull()).isTrue();
        academy.learner(employer).get(path).expectProblem(403, "not-allowed");
        academy.hr(employer).get(path).expectProblem(403, "not-allowed");
        academy.nobody().get(path).expectProblem(401, "log-in-required");
    }
}
