package academy.artisan.lms.authoring.exchange;

import java.util.LinkedHashMap;
import java.util.Objects;

import academy.artisan.lms.testing.Documents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static academy.artisan.lms.testing.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;

class MediaOfOthersIT extends HostileArchives {

    @Test
    void whatBelongsToOthersIsNotTaken() throws Exception {
        var other = there.academy().author(1);
        var file = there.academy().file(other, 1, "内部.pdf", Documents.pdf(1, "secret"));
        var course = there.academy().draft(other, 1, "别人的课程", "正文");
        var part = other.get("/api/v1/courses/%s/draft".formatted(course))
                .expect(200)
                .at("/sections/0/id")
                .asString();
        var archives = new LinkedHashMap<String, byte[]>();
        archives.put(
                "media-of-another-group",
                withLesson(file.path("fileId").asString()).zip());
        archives.put(
                "part-of-another-course",
                good.outline(draft -> ((ObjectNode) draft.at("/sections/0")).put("id", part))
                        .zip());
        archives.put(
                "course-of-another-group",
                good.manifest(manifest -> manifest.put("courseId", course)).zip());
        archives.put("media-refused text", withDocument(utf8("no document")).zipWithStoredMedia());
        archives.put(
                "media-refused other type", withDocument(Documents.docx("a")).zipWithStoredMedia());
        archives.put("media-not-shown", notShown());
        refused(archives);
    }

    private byte[] notShown() {
        var archive = withDocument(Documents.pdf(1, "a"));
        return archive.with(Paths.DRAFT, Objects.requireNonNull(good.entries().get(Paths.DRAFT)))
                .consistent()
                .zipWithStoredMedia();
    }

    @Test
    void aCopyMayNotTakeMediaOfOthersEither() {
        var other = there.academy().author(1);
        var file = there.academy().file(other, 1, "内部.pdf", Documents.pdf(1, "secret"));
        var archive = withLesson(file.path("fileId").asString()).zip();
        var outcome = there.take(author, 0, archive, true);
        assertThat(outcome.at("/problems/0/code").asString()).isEqualTo("media-of-another-group");
    }
}
