package academy.artisan.lms.planning;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class GroupHomeIT {

    private static final int GROUP = 4;

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    @Test
    void aMemberSeesCoursesByStateThePlanAndOpenReviewsByTheSameFewStatements() {
        var academy = new Academy(context);
        var author = academy.author(GROUP);
        var home = "/api/v1/groups/%s/home".formatted(academy.group(GROUP));
        var before = author.get(home).expect(200);
        var costBefore = statements(() -> author.get(home).expect(200));
        academy.draft(author, GROUP, "草稿", "文");
        var submitted = academy.draft(author, GROUP, "送审", "文");
        author.post("/api/v1/courses/%s/reviews".formatted(submitted)).expect(201);
        var published = academy.draft(author, GROUP, "发布", "文");
        academy.publish(author, academy.reviewer(1), published);
        var year = before.path("year").asInt();
        var lead = academy.reviewer(GROUP);
        lead.post(
                        "/api/v1/groups/%s/plans/%d/items".formatted(academy.group(GROUP), year),
                        Plans.item(Academy.idOf(lead)))
                .expect(201);
        var after = author.get(home).expect(200);
        for (var state : new String[] {"DRAFT", "IN_REVIEW", "PUBLISHED"}) {
            assertThat(after.at("/coursesByState/" + state).asInt())
                    .isEqualTo(before.at("/coursesByState/" + state).asInt() + 1);
        }
        assertThat(after.path("openReviews"))
                .extracting(review -> review.path("courseId").asString())
                .contains(submitted)
                .doesNotContain(published);
        assertThat(after.path("plan")).isNotEqualTo(before.path("plan"));
        assertThat(statements(() -> author.get(home).expect(200))).isEqualTo(costBefore);
        academy.author(2).get(home).expect(403);
    }

    private int statements(Runnable request) {
        work.reset();
        request.run();
        return work.counted().sqlStatements();
    }
}
