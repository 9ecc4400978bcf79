package academy.artisan.lms.course.sharing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import academy.artisan.lms.identity.Role;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class SharingIT {

    private static final Map<String, Object> WITH_EVERYONE = Map.of("everyone", true);
    private static final Map<String, Object> WITH_NO_UNIT = Map.of("everyone", false);

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

    @Autowired
    ApplicationContext context;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Academy academy;
    private UnitId employer;
    private UnitId department;
    private UnitId stranger;
    private Authored course;

    @BeforeEach
    void aCourseIsWritten() {
        academy = new Academy(context);
        employer = academy.employer("甲单位");
        department = academy.department(employer, "焊接车间");
        stranger = academy.employer("乙单位");
        course = Authored.course(academy, "内部工艺", "文");
    }

    private String sharing() {
        return course.path("sharing");
    }

    private static Map<String, Object> with(UnitId... units) {
        return Map.of("everyone", false, "unitIds", List.of(units));
    }

    private Api.Answer say(Api who, Object wish) {
        return who.header("If-Match", course.author().get(sharing()).header("ETag"))
                .put(sharing(), wish);
    }

    private void share(Object wish) {
        say(course.author(), wish).expect(200);
    }

    private void publish() {
        course.approve();
        course.publish(Map.of()).expect(201);
    }

    private Api.Answer enrol(Api learner) {
        return learner.post("/api/v1/enrolments", Map.of("courseId", course.courseId()));
    }

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
    void onlyTheUnitAndThoseBelowItFindOpenAndBeginTheCourse() {
        share(with(employer));
        publish();
        for (var member : List.of(academy.learner(employer), academy.learner(department), academy.hr(department))) {
            member.get(course.catalogPath()).expect(200);
            member.get(course.catalogPath() + "/versions").expect(200);
            enrol(member).expect(201);
        }
        for (var other : List.of(academy.learner(stranger), academy.author(2), academy.hr(stranger))) {
            other.get(course.catalogPath()).expectProblem(404, "not-found");
            other.get(course.catalogPath() + "/versions").expectProblem(404, "not-found");
            other.get(course.catalogPath() + "/versions/1/content").expectProblem(404, "not-found");
            other.get(course.catalogPath() + "/versions/1/verification").expectProblem(404, "not-found");
            enrol(other).expectProblem(404, "not-found");
        }
        share(with(department));
        academy.learner(employer).get(course.catalogPath()).expectProblem(404, "not-found");
        share(WITH_EVERYONE);
        enrol(academy.learner(stranger)).expect(201);
    }

    @Test
    void theGroupAndAdministratorsOpenWhatIsSharedWithNobody() {
        share(WITH_NO_UNIT);
        publish();
        var group = academy.group(0);
        for (var member :
                List.of(course.author(), academy.lead(group), academy.member(Role.REVIEWER, group), academy.admin())) {
            member.get(course.catalogPath()).expect(200);
            member.get(course.catalogPath() + "/versions/1/content").expect(200);
            enrol(member).expect(201);
        }
        enrol(academy.learner(employer)).expectProblem(404, "not-found");
    }

    @Test
    void whoBeganKeepsTheCourseAndItsNewVersions() {
        publish();
        var learner = academy.learner(stranger);
        var enrolment = course.enrol(learner);
        share(with(employer));
        learner.get(course.catalogPath()).expectProblem(404, "not-found");
        learner.get(course.catalogPath() + "/versions").expect(200);
        course.rewrite(0, "新文");
        course.revise("TOP_UP");
        assertThat(enrol(learner).expect(200).path("enrolmentId").asString()).isEqualTo(enrolment);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> learner.get("/api/v1/enrolments/%s/course".formatted(enrolment))
                                .expect(200)
                                .path("version")
                                .asInt()
                        == 2);
        course.open(learner, 0);
        academy.learner(stranger).get(course.catalogPath()).expectProblem(404, "not-found");
    }

    @Test
    void whoJoinsAUnitOpensWhatIsSharedWithItAtOnce() {
        share(with(department));
        publish();
        var learner = academy.learner(stranger);
        learner.get(course.catalogPath()).expectProblem(404, "not-found");
        units.join(department, Academy.idOf(learner), "B-1");
        learner.get(course.catalogPath()).expect(200);
        units.join(employer, Academy.idOf(learner), "B-1");
        learner.get(course.catalogPath()).expectProblem(404, "not-found");
    }

    @Test
    void aWithdrawnCourseIsHiddenFromThoseItIsNotSharedWith() {
        share(with(employer));
        publish();
        course.author().post(course.path("withdrawal"), Map.of("reason", "待修订")).expect(200);
        enrol(academy.learner(employer)).expectProblem(409, "course-is-withdrawn");
        enrol(academy.learner(stranger)).expectProblem(404, "not-found");
        academy.author(2).get(course.catalogPath() + "/versions").expectProblem(404, "not-found");
        academy.hr(employer).get(course.catalogPath() + "/versions").expect(200);
        share(with(stranger));
        course.author().post(course.path("restoration")).expect(200);
        enrol(academy.learner(stranger)).expect(201);
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
    void whoEnrolsWhileTheCourseIsBeingClosedWaitsAndIsRefused() throws Exception {
        publish();
        var learner = academy.learner(stranger);
        try (var other = Executors.newSingleThreadExecutor()) {
            var enrolled = transaction.execute(status -> {
                jdbc.sql("update course.open_course set audience = '{administrators}' where course_id = :course")
                        .param("course", UUID.fromString(course.courseId()))
                        .update();
                var waits = other.submit(() -> enrol(learner));
                await().during(Duration.ofSeconds(1)).until(() -> !waits.isDone());
                return waits;
            });
            enrolled.get().expectProblem(404, "not-found");
        }
    }

    @Test
    void anotherGroupCopiesOnlyWhatItMayOpenAndTheCopyIsSharedAlike() {
        share(with(employer));
        publish();
        var copies = "/api/v1/groups/%s/courses/copies";
        var wish = Map.of("courseId", course.courseId(), "version", 1);
        academy.author(2).post(copies.formatted(academy.group(2)), wish).expectProblem(404, "not-found");

        var member = academy.author(2);
        units.join(department, Academy.idOf(member), "B-1");
        var copy = member.post(copies.formatted(academy.group(2)), wish).expect(201);
        var alike = member.get("/api/v1/courses/%s/sharing"
                        .formatted(copy.path("courseId").asString()))
                .expect(200);
        assertThat(alike.at("/unitIds/0").asString()).isEqualTo(employer.toString());
    }

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

    private static List<String> texts(JsonNode items, String member) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(member).asString())
                .toList();
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
