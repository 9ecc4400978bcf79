package academy.artisan.lms.authoring.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.LmsApplication;
import academy.artisan.lms.embedded.SharedStack;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An installation of the platform that courses are exchanged with: a database and a bucket of its own. */
record Installation(ApplicationContext context, Academy academy) {

    static Installation of(ApplicationContext context) {
        return new Installation(context, new Academy(context));
    }

    /** Another one, beside the one under test. */
    static Installation another() {
        return of(Another.CONTEXT);
    }

    private static final class Another {

        static final ApplicationContext CONTEXT = start();

        private static ApplicationContext start() {
            var context = new SpringApplicationBuilder(LmsApplication.class)
                    .initializers(new SharedStack())
                    .run("--server.port=0");
            SpringApplication.getShutdownHandlers().add(context::close);
            return context;
        }
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** The archive without media. */
    byte[] export(Api member, String courseId) {
        var answer = member.get("/api/v1/courses/%s/archive".formatted(courseId));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.response().body();
    }

    byte[] exportWithMedia(Api member, String courseId) {
        var archives = "/api/v1/courses/%s/archives".formatted(courseId);
        var begun = member.post(archives, Map.of("media", true)).expect(202);
        var made = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> member.get(
                                        archives + "/" + begun.path("archiveId").asString())
                                .expect(200),
                        archive -> !archive.path("state").asString().equals("BUILDING"));
        assertThat(made.path("state").asString()).isEqualTo("READY");
        var download = Api.download(made.path("url").asString());
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.response().body()).hasSize(made.path("sizeBytes").asInt());
        return download.response().body();
    }

    /** Uploads and completes; answers the id of the import. */
    String upload(Api author, int group, byte[] archive, boolean asCopy) {
        var imports = "/api/v1/groups/%s/imports".formatted(academy.group(group));
        var begun = author.post(imports, Map.of("fileName", "课程.zip", "sizeBytes", archive.length, "asCopy", asCopy))
                .expect(201);
        var size = begun.path("partSizeBytes").asInt();
        var parts = new ArrayList<Map<String, Object>>();
        for (var part : begun.path("parts")) {
            var number = part.path("number").asInt();
            var from = (number - 1) * size;
            var cut = Arrays.copyOfRange(archive, from, Math.min(archive.length, from + size));
            var put = Api.upload(part.path("url").asString(), cut);
            assertThat(put.status()).as(put.text()).isEqualTo(200);
            parts.add(new HashMap<>(Map.of("number", number, "etag", put.header("ETag"))));
        }
        var importId = begun.path("importId").asString();
        author.post("/api/v1/imports/%s/completion".formatted(importId), Map.of("parts", parts))
                .expect(202);
        return importId;
    }

    JsonNode outcome(Api author, String importId) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> author.get("/api/v1/imports/" + importId).expect(200),
                        state -> !state.path("state").asString().equals("CHECKING"));
    }

    /** What became of the archive. */
    JsonNode take(Api author, int group, byte[] archive, boolean asCopy) {
        return outcome(author, upload(author, group, archive, asCopy));
    }

    /** The course that the archive became. */
    String imported(Api author, int group, byte[] archive) {
        var outcome = take(author, group, archive, false);
        assertThat(outcome.path("state").asString()).as(outcome.toString()).isEqualTo("DONE");
        return outcome.path("courseId").asString();
    }

    /** The code of the only reason why the archive was refused. */
    String refused(Api author, int group, byte[] archive) {
        var outcome = take(author, group, archive, false);
        assertThat(outcome.path("state").asString()).as(outcome.toString()).isEqualTo("REFUSED");
        return outcome.at("/problems/0/code").asString();
    }

    /** How many rows there are where imports write to. */
    List<Integer> rows() {
        return List.of(
                count("authoring.draft"),
                count("authoring.part"),
                count("authoring.revision"),
                count("course.version"),
                count("media.file"),
                count("media.video"),
                count("media.caption"),
                count("authoring.import_claim"));
    }

    private int count(String table) {
        return jdbc().sql("select count(*) from " + table).query(Integer.class).single();
    }
}
