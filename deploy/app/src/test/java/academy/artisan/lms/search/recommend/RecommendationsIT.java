package academy.artisan.lms.search.recommend;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.LearnersInProgress;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.Publishing;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.RequestWork.Counted;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class RecommendationsIT {

    private static final String MINE = "/api/v1/me/recommendations";

    @Autowired
    ApplicationContext context;

    @Autowired
    Publishing publishing;

    @Autowired
    Enrolments enrolments;

    @Autowired
    People people;

    @Autowired
    Units units;

    @Autowired
    Popularity popularity;

    @Autowired
    RequestWork work;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;
    private UnitId employer;
    private UnitId workshop;
    private Api learner;

    /** Of this test alone. */
    private final String field = "领域 " + UUID.randomUUID();

    @BeforeEach
    void enter() {
        academy = new Academy(context);
        employer = academy.employer("甲单位");
        workshop = academy.department(employer, "焊接车间");
        learner = academy.learner(workshop);
    }

    @Test
    void whatTheEmployerRequiresIsThereUntilItIsCompletedAndWhatIsDueFirstComesFirst() {
        var later = publish("后到期", "初级");
        var sooner = publish("先到期", "初级");
        var withdrawn = publish("停开", "初级");
        require(later, 60);
        require(sooner, 20);
        require(withdrawn, 10);
        withdraw(withdrawn);
        var items = items(Reason.REQUIRED_BY_EMPLOYER);
        assertThat(titles(items)).containsExactly("先到期", "后到期");
        assertThat(items.getFirst().at("/because/unitName").asString()).isEqualTo("甲单位");
        assertThat(items.getFirst().at("/because/unitId").asString()).isEqualTo(employer.toString());
        assertThat(items.getFirst().at("/because/dueOn").asString()).isEqualTo(inDays(20));

        learner.post("/api/v1/enrolments", Map.of("courseId", later.toString())).expect(201);
        assertThat(titles(items(Reason.REQUIRED_BY_EMPLOYER)))
                .as("begun, not completed")
                .contains("后到期");
        jdbc.sql("update compliance.training set completed_at = now() where course_id = :course")
                .param("course", later.value())
                .update();
        assertThat(titles(items(Reason.REQUIRED_BY_EMPLOYER))).containsExactly("先到期");
    }

    @Test
    void theNextLevelInTheFieldComesInTheOrderOfWhatOthersCompleted() {
        var basic = publish("一级", "初级");
        publish("二级甲", "中级");
        var completed = publish("二级乙", "INTERMEDIATE");
        var withdrawn = publish("二级停开", "中级");
        publish("三级", "高级");
        publish("公开课", "公开课");
        publish("别的领域", "中级", "别的" + field);
        complete(completed, staff(academy.employer("乙单位")));
        popularity.count();
        withdraw(withdrawn);
        assertThat(items(Reason.NEXT_IN_FIELD)).isEmpty();

        learner.post("/api/v1/enrolments", Map.of("courseId", basic.toString())).expect(201);
        var items = items(Reason.NEXT_IN_FIELD);
        assertThat(titles(items)).containsExactly("二级乙", "二级甲");
        assertThat(items.getFirst().at("/because/courseTitle").asString()).isEqualTo("一级");
        assertThat(items.getFirst().at("/because/courseId").asString()).isEqualTo(basic.toString());

        learner.post("/api/v1/enrolments", Map.of("courseId", completed.toString()))
                .expect(201);
        assertThat(titles(items(Reason.NEXT_IN_FIELD))).containsExactly("三级");
    }

    @Test
    void whatIsClosedToTheViewerIsNotRecommendedWhetherTheCatalogueOrTheShelfKnowsFirst() {
        var basic = publish("一级", "初级");
        var open = List.of(publish("二级公开", "中级"), publish("公开讲座", "讲座"));
        var closed = List.of(publish("二级甲内部", "中级"), publish("甲内部讲座", "讲座"));
        var shelvedAsClosed = List.of(publish("二级乙内部", "中级"), publish("乙内部讲座", "讲座"));
        require(closed.getFirst(), 10);
        var all = Stream.of(open, closed, shelvedAsClosed).flatMap(List::stream).toList();
        for (var i = 0; i < 5; i++) {
            var colleague = staff(workshop);
            all.forEach(course -> enrol(colleague, course));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> all.stream().allMatch(course -> begun(course) == 5));
        popularity.count();
        learner.post("/api/v1/enrolments", Map.of("courseId", basic.toString())).expect(201);
        assertThat(titles(items(Reason.COLLEAGUES_TOOK))).contains("公开讲座", "甲内部讲座", "乙内部讲座");

        close("course.open_course", closed);
        close("search.shelved_course", shelvedAsClosed);

        assertThat(items(Reason.REQUIRED_BY_EMPLOYER)).isEmpty();
        assertThat(titles(items(Reason.NEXT_IN_FIELD))).containsExactly("二级公开");
        assertThat(titles(items(Reason.COLLEAGUES_TOOK))).containsExactly("公开讲座");
    }

    @Test
    void whatColleaguesTookIsThereFromFivePeopleOn() {
        var four = publish("四人在学", "初级");
        var five = publish("五人在学", "初级");
        var old = publish("早年在学", "初级");
        var acrossWorkshops = publish("两个车间", "初级");
        var colleagues = new ArrayList<PersonId>();
        for (var i = 0; i < 5; i++) {
            colleagues.add(staff(workshop));
        }
        colleagues.forEach(person -> enrol(person, five));
        colleagues.forEach(person -> enrol(person, old));
        colleagues.subList(0, 4).forEach(person -> {
            enrol(person, four);
            enrol(person, acrossWorkshops);
        });
        enrol(staff(academy.department(employer, "装配车间")), acrossWorkshops);
        enrol(staff(academy.employer("丙单位")), four);
        await().atMost(Duration.ofSeconds(30)).until(() -> begun(four) == 5 && begun(acrossWorkshops) == 5);
        jdbc.sql("update compliance.training set begun_at = now() - interval '181 days' where course_id = :course")
                .param("course", old.value())
                .update();
        popularity.count();

        var items = items(Reason.COLLEAGUES_TOOK);
        assertThat(titles(items)).as("the nearest unit first").containsExactly("五人在学", "两个车间");
        assertThat(items.getFirst().at("/because/unitName").asString()).isEqualTo("焊接车间");
        assertThat(items.getFirst().at("/because/people").asInt()).isEqualTo(5);
        assertThat(items.get(1).at("/because/unitName").asString()).isEqualTo("甲单位");
        assertThat(jdbc.sql("select count(*) from search.taken_in_unit where people < 5")
                        .query(Integer.class)
                        .single())
                .isZero();

        require(five, 30);
        assertThat(titles(items(Reason.COLLEAGUES_TOOK)))
                .as("required is the stronger reason")
                .containsExactly("两个车间");
        withdraw(acrossWorkshops);
        assertThat(items(Reason.COLLEAGUES_TOOK)).isEmpty();
        var stranger = academy.learner(academy.employer("丁单位"));
        assertThat(stranger.get(MINE).expect(200).path("groups")).isEmpty();
    }

    @Test
    void whoIsLetBeginAgainDidNotBeginLately() {
        var old = publish("早年在学", "初级");
        var colleagues = Stream.generate(() -> staff(workshop)).limit(5).toList();
        colleagues.forEach(person -> enrol(person, old));
        await().atMost(Duration.ofSeconds(30)).until(() -> begun(old) == 5);
        jdbc.sql("update compliance.training set begun_at = now() - interval '181 days' where course_id = :course")
                .param("course", old.value())
                .update();

        publish(old, "早年在学新版", "初级", field, LearnersInProgress.START_AGAIN);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql(
                                        "select count(*) from compliance.training where course_id = :course and generation = 2")
                                .param("course", old.value())
                                .query(Integer.class)
                                .single()
                        == 5);
        popularity.count();
        assertThat(titles(items(Reason.COLLEAGUES_TOOK))).isEmpty();
    }

    @Test
    void itTakesAsManyStatementsForMuchAsForLittle() {
        work.reset();
        learner.get(MINE).expect(200);
        var little = work.counted();
        var basic = publish("一级", "初级");
        for (var i = 0; i < 4; i++) {
            publish("二级" + i, "中级");
            require(publish("必修" + i, "初级"), 30);
        }
        learner.post("/api/v1/enrolments", Map.of("courseId", basic.toString())).expect(201);
        work.reset();
        var much = learner.get(MINE + "?limit=3").expect(200);
        assertThat(work.counted()).isEqualTo(little).isEqualTo(new Counted(8, 0));
        assertThat(much.at("/groups/0/reason").asString()).isEqualTo("REQUIRED_BY_EMPLOYER");
        assertThat(much.at("/groups/0/items")).hasSize(3);
        assertThat(much.at("/groups/1/reason").asString()).isEqualTo("NEXT_IN_FIELD");
        assertThat(much.at("/groups/1/items")).hasSize(3);
    }

    @Test
    void itIsForWhoIsLoggedIn() {
        assertThat(academy.nobody().get(MINE).status()).isEqualTo(401);
        learner.get(MINE + "?limit=0").expectProblem(400, "invalid-request");
        learner.get(MINE + "?limit=21").expectProblem(400, "invalid-request");
        assertThat(academy.admin().get(MINE).expect(200).path("groups"))
                .as("who belongs nowhere")
                .isEmpty();
    }

    private List<JsonNode> items(Reason reason) {
        return learner.get(MINE)
                .expect(200)
                .path("groups")
                .valueStream()
                .filter(group -> group.path("reason").asString().equals(reason.name()))
                .flatMap(group -> group.path("items").valueStream())
                .toList();
    }

    private static List<String> titles(List<JsonNode> items) {
        return items.stream().map(item -> item.path("title").asString()).toList();
    }

    private CourseId publish(String title, String level) {
        return publish(title, level, field);
    }

    private CourseId publish(String title, String level, String inField) {
        return publish(CourseId.next(), title, level, inField, LearnersInProgress.KEEP);
    }

    /** As if it had been written and approved; it is on the shelf then. */
    private CourseId publish(
            CourseId courseId, String title, String level, String inField, LearnersInProgress learners) {
        var lesson = new LessonContent.OfArticle(LessonId.next(), "课", null, "正文");
        var content = CourseContent.of(
                CourseAttributes.of(title, "", level, List.of()),
                List.of(new CourseContent.SectionContent(SectionId.next(), "章", List.of(lesson))));
        publishing.publish(
                new Publishing.Approved(courseId, GroupId.next(), "教研组", inField, content, Map.of(), List.of()),
                new Publishing.Terms(PersonId.next(), learners, null));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select exists (select from search.shelved_course where course_id = :course)")
                        .param("course", courseId.value())
                        .query(Boolean.class)
                        .single());
        return courseId;
    }

    /** So that no news of it has come yet: the catalogue itself knows. */
    private void withdraw(CourseId courseId) {
        jdbc.sql("""
                update course.open_course set withdrawn_at = now(), withdrawn_by = :course, withdrawn_reason = '停开'
                where course_id = :course
                """).param("course", courseId.value()).update();
    }

    private void close(String table, List<CourseId> courses) {
        courses.forEach(course -> jdbc.sql(
                        "update %s set audience = '{administrators}' where course_id = :course".formatted(table))
                .param("course", course.value())
                .update());
    }

    private void require(CourseId courseId, int days) {
        academy.hr(employer)
                .post(
                        "/api/v1/hr/units/%s/required-trainings".formatted(employer),
                        Map.of("courseId", courseId.toString(), "dueOn", inDays(days)))
                .expect(201);
    }

    private Enrolment enrol(PersonId person, CourseId courseId) {
        return enrolments.enrol(new Caller(person, Set.of()), courseId).enrolment();
    }

    private void complete(CourseId courseId, PersonId person) {
        var enrolment = enrol(person, courseId);
        jdbc.sql("update enrolment.enrolment set completed_at = now() where enrolment_id = :id")
                .param("id", enrolment.enrolmentId().value())
                .update();
    }

    private PersonId staff(UnitId unit) {
        var name = "s" + UUID.randomUUID().toString().replace("-", "");
        var person = people.register(name, "同事", "a password of a test");
        units.join(unit, person, name);
        return person;
    }

    private int begun(CourseId courseId) {
        return jdbc.sql("select count(begun_at) from compliance.training where course_id = :course")
                .param("course", courseId.value())
                .query(Integer.class)
                .single();
    }

    private static String inDays(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }
}
