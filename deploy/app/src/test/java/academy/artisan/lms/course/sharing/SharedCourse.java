package academy.artisan.lms.course.sharing;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A course that is shared, or is not, with an employer, its department and a stranger. */
@StackTest
abstract class SharedCourse {

    static final Map<String, Object> WITH_EVERYONE = Map.of("everyone", true);
    static final Map<String, Object> WITH_NO_UNIT = Map.of("everyone", false);

    @Autowired
    ApplicationContext context;

    @Autowired
    Units units;

    Academy academy;
    UnitId employer;
    UnitId department;
    UnitId stranger;
    Authored course;

    @BeforeEach
    void aCourseIsWritten() {
        academy = new Academy(context);
        employer = academy.employer("甲单位");
        department = academy.department(employer, "焊接车间");
        stranger = academy.employer("乙单位");
        course = Authored.course(academy, "内部工艺", "文");
    }

    String sharing() {
        return course.path("sharing");
    }

    static Map<String, Object> with(UnitId... units) {
        return Map.of("everyone", false, "unitIds", List.of(units));
    }

    Api.Answer say(Api who, Object wish) {
        return who.header("If-Match", course.author().get(sharing()).header("ETag"))
                .put(sharing(), wish);
    }

    void share(Object wish) {
        say(course.author(), wish).expect(200);
    }

    void publish() {
        course.approve();
        course.publish(Map.of()).expect(201);
    }

    Api.Answer enrol(Api learner) {
        return learner.post("/api/v1/enrolments", Map.of("courseId", course.courseId()));
    }

    static List<String> texts(JsonNode items, String member) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(member).asString())
                .toList();
    }
}
