package academy.artisan.lms.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

import io.minio.ListMultipartUploadsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.errors.MinioException;
import io.minio.messages.ListMultipartUploadsResult;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Compares all that the object store holds of videos with all that the database says it should. */
record StoreAgainstDatabase(MinioAsyncClient store, String bucket, JdbcClient jdbc) {

    static StoreAgainstDatabase of(ApplicationContext context) {
        return new StoreAgainstDatabase(
                context.getBean(MinioAsyncClient.class),
                context.getEnvironment().getRequiredProperty("lms.s3.bucket"),
                context.getBean(JdbcClient.class));
    }

    /** What is in one of them only, each with its key; empty when all is well. */
    List<String> differences() throws Exception {
        var differences = new ArrayList<String>();
        compare("object", objects(), expectedObjects(), differences);
        compare("upload", uploads(), expectedUploads(), differences);
        return differences;
    }

    /** The same of some videos alone. */
    List<String> differences(Collection<String> videoIds) throws Exception {
        return differences().stream()
                .filter(line -> videoIds.stream().anyMatch(line::contains))
                .toList();
    }

    private static void compare(String what, Set<String> held, Set<String> expected, List<String> differences) {
        held.stream()
                .filter(key -> !expected.contains(key))
                .forEach(key -> differences.add("an orphan: the %s %s".formatted(what, key)));
        expected.stream()
                .filter(key -> !held.contains(key))
                .forEach(key -> differences.add("missing: the %s %s".formatted(what, key)));
    }

    Set<String> objects() throws MinioException {
        var keys = new TreeSet<String>();
        var all = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix("videos/")
                .recursive(true)
                .build();
        for (var item : store.listObjects(all)) {
            keys.add(item.get().objectName());
        }
        return keys;
    }

    /** By no prefix, as MinIO knows none here. */
    private Set<String> uploads() throws ExecutionException, InterruptedException {
        var names = new TreeSet<String>();
        ListMultipartUploadsResult page;
        var wanted = ListMultipartUploadsArgs.builder().bucket(bucket);
        do {
            page = store.listMultipartUploads(wanted.build()).get().result();
            page.uploads().stream()
                    .filter(upload -> upload.objectName().startsWith("videos/"))
                    .forEach(upload -> names.add(upload.objectName() + " " + upload.uploadId()));
            wanted.keyMarker(page.nextKeyMarker()).uploadIdMarker(page.nextUploadIdMarker());
        } while (page.isTruncated());
        return names;
    }

    private Set<String> expectedUploads() {
        return jdbc.sql("""
                select 'videos/' || video_id || '/source ' || upload_id from media.video where content_id is null
                """).query(String.class).set();
    }

    /** Every source, and of every run its poster, its thumbnails and all pieces of its renditions. */
    private Set<String> expectedObjects() {
        var keys = new TreeSet<>(jdbc.sql("select 'videos/' || content_id || '/source' from media.content")
                .query(String.class)
                .list());
        keys.addAll(
                jdbc.sql("select poster_key from media.run").query(String.class).list());
        jdbc.sql("select content_id, run_id, thumbnails from media.run where thumbnails is not null")
                .query((row, ignored) -> sheets(row))
                .list()
                .forEach(keys::addAll);
        jdbc.sql("select key_prefix, cardinality(segment_seconds) from media.rendition")
                .query((row, ignored) -> pieces(row.getString(1), row.getInt(2)))
                .list()
                .forEach(keys::addAll);
        return keys;
    }

    private static List<String> sheets(ResultSet run) throws SQLException {
        var thumbnails = JsonMapper.shared().readTree(run.getString("thumbnails"));
        var onOne =
                thumbnails.path("columns").asInt() * thumbnails.path("lines").asInt();
        var sheets = Math.ceilDiv(thumbnails.path("count").asInt(), onOne);
        var keys = new ArrayList<String>();
        for (var number = 1; number <= sheets; number++) {
            keys.add("videos/%s/%s/sheet%d.jpg".formatted(run.getString(1), run.getString(2), number));
        }
        return keys;
    }

    private static List<String> pieces(String prefix, int segments) {
        var keys = new ArrayList<>(List.of(prefix + "init.mp4"));
        for (var i = 0; i < segments; i++) {
            keys.add(prefix + "%05d.m4s".formatted(i));
        }
        return keys;
    }
}
