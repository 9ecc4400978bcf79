package academy.artisan.lms.authoring.exchange;

import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** An archive proves nothing of who wrote and approved what is in it. */
@StackTest
class ImportedEvidenceIT {

    @Autowired
    ApplicationContext context;

    private Installation there;
    private Api importer;
    private String courseId;

    @BeforeEach
    void importPublishedCourse() {
        var here = Installation.of(context);
        var author = here.academy().author(0);
        courseId = here.academy().draft(author, 0, "来自别处的课程", "正文");
        here.academy().publish(author, here.academy().reviewer(1), courseId);
        there = Installation.another();
        importer = there.academy().reviewer(0);
        var archive = Forgery.of(here.export(author, courseId)).replace(Paths.facts(1), this::publishedByTheImporter);
        there.imported(importer, 0, archive.consistent().zip());
    }

    /** The archive names somebody by an id that is that of another person here. */
    private String publishedByTheImporter(String json) {
        var facts = (ObjectNode) JsonMapper.shared().readTree(json);
        return facts.put("publishedBy", Academy.idOf(importer).toString()).toString();
    }

    @Test
    void whoImportedACourseDoesNotApproveIt() {
        var author = there.academy().author(0);
        var review = author.post("/api/v1/courses/%s/reviews".formatted(courseId))
                .expect(201)
                .path("reviewId")
                .asString();
        var decisions = "/api/v1/reviews/%s/decisions".formatted(review);
        var approval = Map.of("decision", "APPROVE", "comments", "好");
        importer.post(decisions, approval).expectProblem(403, "no-review-of-own-work");
        there.academy().reviewer(1).post(decisions, approval).expect(200);
        author.post("/api/v1/courses/%s/publications".formatted(courseId)).expect(201);
        assertThat(there.jdbc()
                        .sql("select published_revision from authoring.draft where course_id = :course")
                        .param("course", UUID.fromString(courseId))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anImportedVersionSaysSoAndIsNotTakenForApproved() {
        there.academy().publish(there.academy().author(0), there.academy().reviewer(1), courseId);
        var versions = "/api/v1/catalog/courses/%s/versions".formatted(courseId);
        var lines = importer.get(versions).expect(200);
        assertThat(lines.at("/items/0/imported").isString()).isFalse();
        assertThat(lines.at("/items/0/publishedByName").asString()).isEqualTo("某人");
        assertThat(lines.at("/items/1/imported").isString()).isTrue();
        assertThat(lines.at("/items/1/publishedBy").isString()).isFalse();
        assertThat(lines.at("/items/1/publishedByName").isString()).isFalse();

        var claimed = importer.get(versions + "/1/verification").expect(200);
        assertThat(claimed.path("equal").asBoolean(true)).isFalse();
        assertThat(claimed.path("standing").asString()).isEqualTo("CLAIMED_BY_ARCHIVE");
        assertThat(claimed.path("imported")).isEqualTo(lines.at("/items/1/imported"));
        assertThat(claimed.path("recomputedDigest")).isEqualTo(claimed.path("digest"));
        assertThat(claimed.path("approvals")).hasSize(1);

        var approved = importer.get(versions + "/2/verification").expect(200);
        assertThat(approved.path("equal").asBoolean()).isTrue();
        assertThat(approved.path("standing").asString()).isEqualTo("APPROVED_HERE");
    }
}
