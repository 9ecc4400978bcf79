package academy.artisan.lms.authoring.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static academy.artisan.lms.authoring.review.ReviewStory.notices;
import static org.assertj.core.api.Assertions.assertThat;

/** Those are told who have the right to decide, and there is always somebody who is told. */
@StackTest
class ReviewAudienceIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StageAudience audience;

    @Autowired
    Reviews reviews;

    @Test
    void leadsOfOtherGroupsWhoAreMembersOfTheOwnAreNotToldToBeAnotherGroupsEye() {
        var story = new ReviewStory(context, "OTHER_GROUP");
        var both = story.academy.reviewer(1);
        var other = story.academy.reviewer(1);
        addTo(story, story.group, both, "REVIEWER");
        var review = story.submitted();
        assertThat(notices(both, review)).isEmpty();
        assertThat(notices(other, review)).containsExactly("review-waits");
    }

    @Test
    void whereNoOtherGroupHasALeadItsReviewersAreToldAndThenAdministrators() {
        var story = new ReviewStory(context, "OTHER_GROUP");
        var reviewer = story.academy.member(Role.REVIEWER, story.academy.group(1));
        var review = story.submitted();
        assertThat(toldWithout(story, review, "LEAD")).contains(id(reviewer)).doesNotContain(id(story.admin));
        assertThat(toldWithout(story, review, "LEAD", "REVIEWER"))
                .contains(id(story.admin))
                .doesNotContain(id(reviewer), id(story.lead));
    }

    @Test
    void whereThereIsNoOtherGroupOwnLeadsAndReviewersWithoutAHandInItAreTold() {
        var story = new ReviewStory(context, "ANYBODY_ELSE");
        var ownReviewer = story.academy.member(Role.REVIEWER, story.group);
        var review = story.submitted();
        assertThat(toldWithout(story, review, "LEAD", "REVIEWER")).containsExactly(id(story.lead));
        story.edit(story.lead, story.lesson(0, 0), "组长写的");
        assertThat(toldWithout(story, review, "LEAD", "REVIEWER")).containsExactly(id(ownReviewer));
        story.edit(story.admin, story.lesson(0, 0), "管理员写的");
        addTo(story, story.group, ownReviewer, "AUTHOR");
        assertThat(toldWithout(story, review, "LEAD", "REVIEWER")).isNotEmpty().doesNotContain(id(story.admin));
    }

    @Test
    void whoLeadsARetiredGroupIsNoOtherGroupsEye() {
        var story = new ReviewStory(context, "OTHER_GROUP");
        var retired = story.academy.newGroup(story.admin);
        var former = story.academy.lead(retired);
        story.admin
                .put("/api/v1/groups/%s/retirement".formatted(retired), Map.of())
                .expect(200);
        var review = story.submitted();
        assertThat(notices(former, review)).isEmpty();
        story.decide(former, review, "APPROVE").expectProblem(403, "not-allowed");
        assertThat(story.read(former, review).path("mayDecide").asBoolean()).isFalse();
        assertThat(former.get("/api/v1/me/reviews?limit=200").expect(200).toString())
                .doesNotContain(review);
    }

    @Test
    void theEvidenceNamesTheFirstOfTheGroupsThatGiveTheRight() {
        for (var order : List.of(List.of(2, 1), List.of(1, 2), List.of(3, 1))) {
            var story = new ReviewStory(context, "OTHER_GROUP");
            var reviewer = story.academy.reviewer(order.getFirst());
            addTo(story, story.academy.group(order.getLast()), reviewer, "REVIEWER");
            var review = story.submitted();
            story.decide(reviewer, review, "APPROVE").expect(200);
            var first = Math.min(order.getFirst(), order.getLast());
            assertThat(story.read(story.author, review)
                            .at("/stages/0/decisions/0/groupId")
                            .asString())
                    .isEqualTo(story.academy.group(first).toString());
        }
    }

    private static void addTo(ReviewStory story, GroupId group, Api person, String role) {
        story.admin
                .put(
                        "/api/v1/groups/%s/members/%s".formatted(group, Academy.idOf(person)),
                        Map.of("roles", List.of(role)))
                .expect(200);
    }

    /** Who would be told if nobody held these roles in other groups. */
    private Set<PersonId> toldWithout(ReviewStory story, String reviewId, String... roles) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("delete from identity.role_grant where role = any(:roles) and scope <> :own")
                    .param("roles", roles)
                    .param("own", story.group.value())
                    .update();
            return audience.of(reviews.get(new ReviewId(UUID.fromString(reviewId))), null);
        });
    }

    private static PersonId id(Api person) {
        return Academy.idOf(person);
    }
}
