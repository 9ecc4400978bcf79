package academy.artisan.lms.authoring.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Documents;
import academy.artisan.lms.testing.StackTest;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static academy.artisan.lms.testing.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever is in the file: it is refused with a reason, and nothing is there that was not there before. */
@StackTest
class HostileArchivesIT {

    @Autowired
    ApplicationContext context;

    private Installation there;
    private Api author;
    private Forgery good;

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
    private void refused(Map<String, byte[]> archives) throws Exception {
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

    private List<String> objects() throws Exception {
        var bucket = there.context().getEnvironment().getRequiredProperty("lms.s3.bucket");
        var listing = there.context()
                .getBean(MinioAsyncClient.class)
                .listObjects(
                        ListObjectsArgs.builder().bucket(bucket).recursive(true).build());
        var names = new ArrayList<String>();
        for (var item : listing) {
            names.add(item.get().objectName());
        }
        return names;
    }

    @Test
    void theArchiveThatTheOthersAreMadeOfIsTaken() {
        assertThat(there.imported(author, 0, good.consistent().zip())).isNotEmpty();
    }

    @Test
    void filesThatAreNoZipOfCoursesAreRefused() throws Exception {
        var zip = good.zip();
        var archives = new LinkedHashMap<String, byte[]>();
        archives.put("not-a-zip text", utf8("你好".repeat(1000)));
        archives.put("not-a-zip half of it", Arrays.copyOf(zip, zip.length / 2));
        archives.put("not-a-zip one byte", new byte[1]);
        archives.put("not-a-zip empty", Documents.zip(Map.of()));
        archives.put("not-a-zip claims zip64", Forgery.endPatched(zip, end -> end.putShort(10, (short) 0xFFFF)));
        archives.put("not-a-zip other offset", Forgery.endPatched(zip, end -> end.putInt(16, 0)));
        archives.put("not-a-zip other count", Forgery.endPatched(zip, end -> end.putShort(10, (short) 3)));
        archives.put("missing-entry no manifest", good.without(Paths.MANIFEST).zip());
        archives.put("too-many-entries", Documents.zip(many(20_001)));
        archives.put("unsafe-path up", good.with("../evil.json", utf8("{}")).zip());
        archives.put(
                "unsafe-path inside", good.with("versions/../evil", utf8("{}")).zip());
        archives.put("unsafe-path absolute", good.with("/etc/passwd", utf8("")).zip());
        archives.put("unsafe-path windows", good.with("C:\\evil", utf8("")).zip());
        archives.put("unknown-entry", good.with("notes.txt", utf8("")).zip());
        archives.put("missing-entry no draft", good.without(Paths.DRAFT).zip());
        archives.put("duplicate-entry", twice());
        archives.put("link", Forgery.patched(zip, Paths.DRAFT, header -> {
            header.put(5, (byte) 3);
            header.putInt(38, 0120777 << 16);
        }));
        archives.put("encrypted", Forgery.patched(zip, Paths.DRAFT, header -> header.putShort(8, (short) 0x801)));
        archives.put("unknown-packing", Forgery.patched(zip, Paths.DRAFT, header -> header.putShort(10, (short) 12)));
        archives.put(
                "unpacks-too-large overlap",
                Forgery.patched(zip, Paths.DRAFT, header -> header.putInt(20, Integer.MAX_VALUE)));
        archives.put(
                "not-a-zip zip64 lies", Forgery.patched(zip, Paths.DRAFT, header -> header.putInt(20, 0xFFFFFFFF)));
        refused(archives);
    }

    private static Map<String, byte[]> many(int count) {
        var many = new LinkedHashMap<String, byte[]>();
        IntStream.range(0, count).forEach(number -> many.put("e" + number, new byte[0]));
        return many;
    }

    private byte[] twice() {
        var zip = good.with("draft.jsoN", utf8("{}")).zip();
        var name = utf8("draft.jsoN");
        for (var at = 0; at < zip.length - name.length; at++) {
            if (Arrays.equals(zip, at, at + name.length, name, 0, name.length)) {
                zip[at + name.length - 1] = 'n';
            }
        }
        return zip;
    }

    @Test
    void bombsAreRefusedBeforeTheyAreUnpacked() throws Exception {
        var large = new byte[100 << 20];
        Arrays.fill(large, (byte) ' ');
        var archives = new LinkedHashMap<String, byte[]>();
        archives.put(
                "entry-too-large manifest", good.with(Paths.MANIFEST, large).zip());
        archives.put(
                "entry-too-large draft that claims little",
                good.with(Paths.DRAFT, large).zip());
        archives.put(
                "unpacks-too-large draft that claims much",
                good.with(Paths.DRAFT, large).consistent().zip());
        archives.put(
                "content-unreadable deep manifest",
                good.with(Paths.MANIFEST, utf8("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                        .zip());
        archives.put(
                "content-unreadable deep draft",
                good.draft(ignored -> "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                        .zip());
        archives.put("media-packed", withDocument(new byte[10 << 20]).zip());
        refused(archives);
    }

    /** A document lesson whose file the archive has. */
    private Forgery withDocument(byte[] content) {
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

    private Forgery withLesson(String fileId) {
        return good.outline(draft -> ((ObjectNode) draft.at("/sections/0"))
                .putArray("lessons")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("kind", "DOCUMENT")
                .put("title", "规程")
                .put("documentId", fileId));
    }

    @Test
    void whatDoesNotFitToTheManifestIsRefused() throws Exception {
        var archives = new LinkedHashMap<String, byte[]>();
        archives.put(
                "wrong-digest",
                good.replace(Paths.DRAFT, draft -> draft.replace("可信", "可疑")).zip());
        archives.put(
                "wrong-size", good.replace(Paths.DRAFT, draft -> draft + " ").zip());
        archives.put(
                "other-format-version",
                good.manifest(manifest -> manifest.put("formatVersion", 99)).zip());
        archives.put(
                "other-format",
                good.manifest(manifest -> manifest.put("format", "scorm")).zip());
        archives.put(
                "manifest-wrong",
                good.manifest(manifest -> manifest.remove("courseId")).zip());
        archives.put(
                "manifest-wrong path",
                good.manifest(manifest -> ((ArrayNode) manifest.path("entries"))
                                .addObject()
                                .put("path", "../../evil")
                                .put("sizeBytes", 1)
                                .put("sha256", "0".repeat(64)))
                        .zip());
        archives.put(
                "manifest-wrong digest",
                good.manifest(manifest -> manifest.put("draftDigest", "0".repeat(64)))
                        .zip());
        archives.put(
                "content-unreadable manifest",
                good.with(Paths.MANIFEST, utf8("[1]")).zip());
        archives.put("version-wrong digest", facts(facts -> facts.put("digest", "0".repeat(64))));
        archives.put("version-wrong number", facts(facts -> facts.put("version", 2)));
        archives.put("version-wrong time", facts(facts -> facts.put("publishedAt", "9999-01-01T00:00:00Z")));
        archives.put("version-wrong end of time", facts(facts -> facts.put("publishedAt", Instant.MAX.toString())));
        archives.put("content-wrong facts", facts(facts -> facts.remove("groupName")));
        archives.put("content-unreadable facts", facts(facts -> facts.put("learnersInProgress", "FIRE")));
        refused(archives);
    }

    private byte[] facts(Consumer<ObjectNode> change) {
        return good.replace(Paths.facts(1), json -> {
                    var facts = (ObjectNode) JsonMapper.shared().readTree(json);
                    change.accept(facts);
                    return facts.toString();
                })
                .consistent()
                .zip();
    }

    @Test
    void contentThatNoAuthorCouldHaveSavedIsRefused() throws Exception {
        var archives = new LinkedHashMap<String, byte[]>();
        archives.put(
                "content-unreadable NUL",
                good.draft(draft -> draft.replace("可信", "\\u0000")).zip());
        archives.put(
                "content-unreadable kind",
                good.draft(draft -> draft.replace("ARTICLE", "QUIZ")).zip());
        archives.put(
                "content-unreadable parts",
                good.draft(draft -> draft.replaceFirst("\"sections\":\\[", "\"sections\":[null,"))
                        .zip());
        archives.put(
                "content-not-canonical space",
                good.draft(draft -> draft.replace("{\"", "{ \"")).zip());
        archives.put(
                "content-not-canonical member",
                good.draft(draft -> draft.replaceFirst("}$", ",\"zzz\":1}")).zip());
        archives.put(
                "content-wrong title",
                good.outline(draft -> draft.put("title", "长".repeat(300))).zip());
        archives.put(
                "content-wrong script",
                good.draft(draft -> draft.replace("正文", "<script>alert(1)</script>"))
                        .zip());
        archives.put(
                "content-wrong lessons",
                good.outline(draft -> lessons(draft, 1001)).zip());
        archives.put(
                "entry-too-large title",
                good.outline(draft -> draft.put("title", "a".repeat(10 << 20))).zip());
        archives.put("id-used-twice", good.outline(HostileArchivesIT::repeatId).zip());
        refused(archives);
    }

    private static void lessons(ObjectNode draft, int count) {
        var lessons = ((ObjectNode) draft.at("/sections/0")).putArray("lessons");
        IntStream.range(0, count)
                .forEach(number -> lessons.addObject()
                        .put("id", UUID.randomUUID().toString())
                        .put("kind", "ARTICLE")
                        .put("title", "课"));
    }

    private static void repeatId(ObjectNode draft) {
        var section = draft.at("/sections/0");
        ((ObjectNode) section.at("/lessons/0")).put("id", section.path("id").asString());
    }

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
