package academy.artisan.lms.authoring.exchange;

import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class ExportFailureIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ArchiveJob job;

    @Autowired
    ExchangeProperties properties;

    private Api author;
    private String courseId;

    @BeforeEach
    void draft() {
        var academy = new Academy(context);
        author = academy.author(0);
        courseId = academy.draft(author, 0, "归档", "正文");
    }

    @Test
    void anExportThatFailsLeavesNoFile() throws Exception {
        jdbc.sql("""
                insert into course.version (course_id, version, group_id, content, digest, frozen, published_at, approvals)
                values (:course, 1, :course, '{}', encode(sha256('{}'), 'hex'), '{}', now(), '[1]')
                """).param("course", UUID.fromString(courseId)).update();
        assertThat(author.get("/api/v1/courses/%s/archive".formatted(courseId)).status())
                .isEqualTo(500);
        assertThat(exports()).isEmpty();
    }

    private List<String> exports() throws Exception {
        try (var files = Files.list(properties.workDirectory())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("export-"))
                    .toList();
        }
    }

    @Test
    void anArchiveOfACourseThatWasDeletedMeanwhileFailsAtOnce() {
        var archiveId = ArchiveId.next();
        jdbc.sql("""
                insert into authoring.archive
                    (archive_id, course_id, group_id, person_id, title, created_at, expires_at)
                select :id, course_id, group_id, saved_by, title, now(), now() + interval '1 day'
                from authoring.draft where course_id = :course
                """)
                .param("id", archiveId.value())
                .param("course", UUID.fromString(courseId))
                .update();
        jdbc.sql("update authoring.draft set deleted_at = now() where course_id = :course")
                .param("course", UUID.fromString(courseId))
                .update();
        job.run(archiveId);
        assertThat(jdbc.sql("select state from authoring.archive where archive_id = :id")
                        .param("id", archiveId.value())
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
    }
}
