package academy.artisan.lms.authoring.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever is in the file: it is refused with a reason, and nothing is there that was not there before. */
@StackTest
abstract class HostileArchives {

    @Autowired
    ApplicationContext context;

    Installation there;
    Api author;
    Forgery good;

    @BeforeEach
    void goodArchive() {
        var here = Installation.of(context);
        var author = here.academy().author(0);
        var courseId = here.academy().draft(author, 0, "可信的课程", "正文");
        here.academy().publish(author, here.academy().reviewer(1), courseId);
        good = Forgery.of(here.export(author, courseId));
        there = Installation.another();
        this.author = there.academy().author(0);
    }

    /** Archives by the reason why each is refused and what is wrong with it. */
    void refused(Map<String, byte[]> archives) throws Exception {
        var rows = there.rows();
        var objects = objects();
        var imports = new LinkedHashMap<String, String>();
        archives.forEach((name, archive) -> imports.put(name, there.upload(author, 0, archive, false)));
        var softly = new SoftAssertions();
        imports.forEach((name, importId) -> {
            var outcome = there.outcome(author, importId);
            softly.assertThat(outcome.path("state").asString()).as(name).isEqualTo("REFUSED");
            softly.assertThat(outcome.at("/problems/0/code").asString())
                    .as(name + " " + outcome)
                    .isEqualTo(name.split(" ", 2)[0]);
            softly.assertThat(outcome.at("/problems/0/message").asString())
                    .as(name)
                    .isNotBlank()
                    .doesNotContain("{", "archive-flaw");
        });
        softly.assertAll();
        assertThat(there.rows()).isEqualTo(rows);
        await().untilAsserted(() -> assertThat(objects()).isEqualTo(objects));
    }

    /** But those of videos that are here, which come and go while they are processed, and those that are to go. */
    private List<String> objects() throws Exception {
        // Asked first: what is removed meanwhile is not listed either
        var passing = there.jdbc().sql("""
                        select 'videos/' || content_id || '/' from media.content
                        union select key_prefix from media.removal
                        """).query(String.class).list();
        var bucket = there.context().getEnvironment().getRequiredProperty("lms.s3.bucket");
        var listing = there.context()
                .getBean(MinioAsyncClient.class)
                .listObjects(
                        ListObjectsArgs.builder().bucket(bucket).recursive(true).build());
        var names = new ArrayList<String>();
        for (var item : listing) {
            names.add(item.get().objectName());
        }
        names.removeIf(name -> passing.stream().anyMatch(name::startsWith));
        return names;
    }

    /** A document lesson whose file the archive has. */
    Forgery withDocument(byte[] content) {
        var fileId = UUID.randomUUID().toString();
        return withLesson(fileId)
                .with("media/files/" + fileId, content)
                .manifest(manifest -> manifest.put("hasMedia", true)
                        .putArray("media")
                        .addObject()
                        .put("kind", "FILE")
                        .put("id", fileId)
                        .put("name", "规程.pdf")
                        .put("type", "PDF"))
                .consistent();
    }

    Forgery withLesson(String fileId) {
        return good.outline(draft -> ((ObjectNode) draft.at("/sections/0"))
                .putArray("lessons")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("kind", "DOCUMENT")
                .put("title", "规程")
                .put("documentId", fileId));
    }
}
