package academy.artisan.lms.progress.policy;

import java.util.Map;

import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What authors and employers say of how is watched. */
@StackTest
abstract class WatchPolicyStory {

    static final Map<String, Object> IN_ORDER = Map.of("maxRate", 1.5, "inOrder", true);

    @Autowired
    ApplicationContext context;

    Academy academy;
    Api author;
    UnitId employer;
    UnitId department;

    @BeforeEach
    void anEmployerHasADepartment() {
        academy = new Academy(context);
        author = academy.author(0);
        employer = academy.employer("甲单位");
        department = academy.department(employer, "焊接车间");
    }

    static String of(String courseId) {
        return "/api/v1/courses/%s/watch-policy".formatted(courseId);
    }

    static String of(UnitId unit) {
        return "/api/v1/hr/units/%s/watch-policy".formatted(unit);
    }

    String draft() {
        return academy.draft(author, 0, "规则", Academy.textOf(30));
    }

    static Api.Answer say(Api who, String path, Object rules) {
        return who.header("If-Match", who.get(path).header("ETag")).put(path, rules);
    }

    static Api.Answer sayFirst(Api who, String path, Object rules) {
        return who.header("If-Match", "\"0\"").put(path, rules);
    }
}
