package academy.artisan.lms.compliance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.MemberJoined;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.support.TableExport;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class HrReportIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Units units;

    @Autowired
    ReportUpkeep upkeep;

    @Autowired
    RequestWork work;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private Academy academy;
    private UnitId employer;
    private UnitId department;
    private Api hr;
    private Api learner;
    private String courseId;

    @BeforeEach
    void enrolSomebody() {
        academy = new Academy(context);
        employer = academy.employer("甲单位");
        department = academy.department(employer, "焊接车间");
        hr = academy.hr(employer);
        learner = academy.learner(department);
        courseId = academy.published("人事", Academy.textOf(10));
        learner.post("/api/v1/enrolments", Map.of("courseId", courseId)).expect(201);
    }

    @Test
    void showsWhoIsBelowTheUnitAndHowFar() {
        var line = line(hr, employer);
        assertThat(line.path("state").asString()).isEqualTo("NOT_STARTED");
        assertThat(line.path("unitName").asString()).isEqualTo("焊接车间");
        assertThat(line.path("courseTitle").asString()).isEqualTo("人事");
        assertThat(line(hr, department).path("staffNumber")).isEqualTo(line.path("staffNumber"));
    }

    @Test
    void manyLooksLeaveNoConnectionBehind() {
        for (var i = 0; i < 30; i++) {
            learner.get("/api/v1/me/enrolments").expect(200);
        }
        assertThat(learner.get("/api/v1/me/enrolments")
                        .expect(200)
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void followsTheLearnerToCompletion() {
        var watching = academy.watch(learner, courseId);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        watching.beat(1, 0, 10).expect(200).path("completed").asBoolean());
        var line = await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> line(hr, employer),
                        seen -> seen.path("state").asString().equals("COMPLETED"));
        assertThat(line.path("percent").asInt()).isEqualTo(100);
        assertThat(line.path("completedAt").asString()).isNotEmpty();
        var explanation = learner.get("/api/v1/enrolments/%s/explanation".formatted(watching.enrolmentId()))
                .expect(200);
        assertThat(explanation.path("completed").asBoolean()).isTrue();
        assertThat(explanation.path("ledgerIntact").asBoolean()).isTrue();
        assertThat(explanation.at("/ledger/0/seconds").asInt())
                .isEqualTo(explanation.at("/lessons/0/coveredSeconds").asInt());
    }

    @Test
    void isRefusedToEverybodyElse() {
        var path = "/api/v1/hr/units/%s/completions".formatted(employer);
        var others = List.of(academy.hr(academy.employer("乙单位")), academy.hr(department), learner, academy.author(0));
        for (var other : others) {
            other.get(path).expectProblem(403, "not-allowed");
            other.header("Accept", "text/csv").get(path).expectProblem(403, "not-allowed");
            other.post(
                            "/api/v1/hr/units/%s/required-trainings".formatted(employer),
                            Map.of("courseId", courseId, "dueOn", inAMonth()))
                    .expectProblem(403, "not-allowed");
        }
    }

    @Test
    void exportsTheSameAsCsvThatExcelReads() {
        line(hr, employer);
        var csv = hr.header("Accept", "text/csv").get("/api/v1/hr/units/%s/completions".formatted(employer));
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.text()).startsWith("\uFEFFpersonId,name,staffNumber").contains("人事", "焊接车间", "NOT_STARTED");
        assertThat(csv.header("Content-Disposition")).contains(".csv");
    }

    @Test
    void exportsAWorkbook() throws Exception {
        line(hr, employer);
        var workbook = hr.header("Accept", TableExport.XLSX).get("/api/v1/hr/units/%s/completions".formatted(employer));
        assertThat(workbook.status()).isEqualTo(200);
        var file =
                Files.write(folder.resolve("report.xlsx"), workbook.response().body());
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(HtmlUtils.htmlUnescape(sheet)).contains("焊接车间", "人事");
        }
    }

    @Test
    void aRequiredTrainingHoldsForEverybodyThereAndForThoseWhoJoinLater() {
        var required = academy.published("必修", "文");
        var colleague = academy.learner(department);
        hr.post(
                        "/api/v1/hr/units/%s/required-trainings".formatted(employer),
                        Map.of("courseId", required, "dueOn", inAMonth()))
                .expect(201);
        assertThat(peopleWith(required)).contains(idOf(learner), idOf(colleague));
        var newcomer = academy.learner(department);
        await().atMost(Duration.ofSeconds(10)).until(() -> peopleWith(required).contains(idOf(newcomer)));
    }

    @Test
    void aNewcomerCostsNoMoreWhereMuchIsRequired() {
        var newcomer = academy.learner(department);
        var news = new MemberJoined(Academy.idOf(newcomer));
        var note = AopTestUtils.<ReportUpkeep>getUltimateTargetObject(upkeep);
        require(courseId);
        var little = work.of(() -> note.note(news));
        var more = List.of(academy.published("必修一", "文"), academy.published("必修二", "文"));
        more.forEach(this::require);
        jdbc.sql("delete from compliance.training where person_id = :person")
                .param("person", news.personId().value())
                .update();
        assertThat(work.of(() -> note.note(news))).isEqualTo(little);
        for (var course : more) {
            assertThat(dueOf(newcomer, course)).isEqualTo(inAMonth());
        }
    }

    private void require(String course) {
        hr.post(
                        "/api/v1/hr/units/%s/required-trainings".formatted(employer),
                        Map.of("courseId", course, "dueOn", inAMonth()))
                .expect(201);
    }

    @Test
    void aNewcomerOwesAWithdrawnCourseOnlyWhenItIsRestored() {
        var course = Authored.published(academy, "必修", "文");
        var trainings = "/api/v1/hr/units/%s/required-trainings".formatted(employer);
        hr.post(trainings, Map.of("courseId", course.courseId(), "dueOn", inAMonth()))
                .expect(201);
        hr.post(
                        trainings,
                        Map.of(
                                "courseId",
                                course.courseId(),
                                "dueOn",
                                "2099-12-31",
                                "audience",
                                Map.of("personIds", List.of(idOf(learner)))))
                .expect(201);
        hr.post(trainings, Map.of("courseId", courseId, "dueOn", inAMonth())).expect(201);
        course.author().post(course.path("withdrawal"), Map.of("reason", "待修订")).expect(200);
        var newcomer = academy.learner(department);
        await().atMost(Duration.ofSeconds(10)).until(() -> peopleWith(courseId).contains(idOf(newcomer)));
        assertThat(peopleWith(course.courseId())).contains(idOf(learner)).doesNotContain(idOf(newcomer));
        course.author().post(course.path("restoration")).expect(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> dueOf(newcomer, course.courseId()).equals(inAMonth()));
        assertThat(dueOf(learner, course.courseId())).isEqualTo("2099-12-31");
    }

    private String dueOf(Api person, String course) {
        var page = hr.get("/api/v1/hr/units/%s/completions?courseId=%s".formatted(employer, course))
                .expect(200);
        for (var line : page.path("items")) {
            if (line.path("personId").asString().equals(idOf(person))) {
                return line.path("dueOn").asString();
            }
        }
        return "";
    }

    @Test
    void aTrainingIsNotRequiredInThePastNorOfPeopleElsewhere() {
        var path = "/api/v1/hr/units/%s/required-trainings".formatted(employer);
        var past = hr.post(path, Map.of("courseId", courseId, "dueOn", "2020-01-01"))
                .expectProblem(422, "invalid-fields");
        assertThat(past.at("/errors/0/field").asString()).isEqualTo("dueOn");
        var stranger = idOf(academy.learner(academy.employer("丙单位")));
        var elsewhere = hr.post(
                        path,
                        Map.of(
                                "courseId",
                                courseId,
                                "dueOn",
                                inAMonth(),
                                "audience",
                                Map.of("personIds", List.of(stranger))))
                .expectProblem(422, "invalid-fields");
        assertThat(elsewhere.at("/errors/0/field").asString()).isEqualTo("audience.personIds");
    }

    @Test
    void pagesShowEverybodyOnce() {
        for (var i = 0; i < 6; i++) {
            units.join(department, PersonId.of(idOf(academy.learner(department))), "B-" + i);
        }
        hr.post(
                        "/api/v1/hr/units/%s/required-trainings".formatted(employer),
                        Map.of("courseId", courseId, "dueOn", inAMonth()))
                .expect(201);
        var seen = new HashSet<String>();
        var lines = 0;
        var after = "";
        do {
            var page = hr.get("/api/v1/hr/units/%s/completions?limit=3%s".formatted(employer, after))
                    .expect(200);
            for (var line : page.path("items")) {
                seen.add(line.path("personId").asString());
                lines++;
            }
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(seen).hasSize(7);
        assertThat(lines).isEqualTo(7);
    }

    @Test
    void aCursorOrFilterThatIsNoneIsNamed() {
        var path = "/api/v1/hr/units/%s/completions".formatted(employer);
        assertThat(hr.get(path + "?after=nonsense")
                        .expectProblem(422, "invalid-fields")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("after");
        assertThat(hr.get(path + "?state=LOST")
                        .expectProblem(400, "invalid-request")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("state");
        assertThat(hr.get(path + "?limit=100000")
                        .expectProblem(400, "invalid-request")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("limit");
    }

    private Set<String> peopleWith(String course) {
        var people = new HashSet<String>();
        hr.get("/api/v1/hr/units/%s/completions?courseId=%s".formatted(employer, course))
                .expect(200)
                .path("items")
                .forEach(line -> people.add(line.path("personId").asString()));
        return people;
    }

    private static String inAMonth() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    }

    private static String idOf(Api person) {
        return person.get("/api/v1/me").expect(200).path("personId").asString();
    }

    /** The one line of the report, once the news of the enrolment has come through. */
    private JsonNode line(Api reader, UnitId unit) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> reader.get("/api/v1/hr/units/%s/completions?courseId=%s".formatted(unit, courseId))
                                .expect(200)
                                .at("/items/0"),
                        JsonNode::isObject);
    }
}
