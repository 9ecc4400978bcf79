package academy.artisan.lms.authoring.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.support.CanonicalJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static academy.artisan.lms.testing.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;

class HostileContentIT extends HostileArchives {

    @Test
    void theArchiveThatTheOthersAreMadeOfIsTaken() {
        assertThat(there.imported(author, 0, good.consistent().zip())).isNotEmpty();
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
        var stranger = UUID.randomUUID().toString();
        archives.put(
                "version-wrong length of no lesson",
                facts(facts -> facts.putObject("seconds").put(stranger, 60)));
        archives.put(
                "version-wrong credit for no lesson",
                facts(facts -> facts.putObject("creditedAs").put(stranger, stranger)));
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
        archives.put("id-used-twice", good.outline(HostileContentIT::repeatId).zip());
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

    /** Each version has other lessons; all their ids would be kept for ever. */
    @Test
    void moreIdsThanAnyCourseHasAreRefused() throws Exception {
        var archive = good;
        var listed = new ArrayList<Map<String, String>>();
        for (var version = 1; version <= 105; version++) {
            var content = content(version);
            var digest = CanonicalJson.sha256(content);
            archive = archive.with(Paths.version(version), utf8(content))
                    .with(Paths.facts(version), utf8(factsOf(version, digest)));
            listed.add(Map.of("version", "" + version, "digest", digest, "publishedAt", "2026-03-02T08:15:30Z"));
        }
        var forged = archive.manifest(manifest -> {
            var versions = manifest.putArray("versions");
            listed.forEach(line -> versions.addObject()
                    .put("version", Integer.parseInt(line.get("version")))
                    .put("digest", line.get("digest"))
                    .put("publishedAt", line.get("publishedAt")));
        });
        refused(Map.of("too-many-parts", forged.consistent().zip()));
    }

    private static String content(int version) {
        var lessons = IntStream.range(0, 1000)
                .mapToObj(number -> "{\"id\":\"%s\",\"kind\":\"ARTICLE\",\"text\":\"文\",\"title\":\"课\"}"
                        .formatted(new UUID(version, number)))
                .collect(Collectors.joining(","));
        return CourseContent.of("""
                        {"level":"初级","sections":[{"id":"%s","lessons":[%s],"title":"章"}],"summary":"","tags":[],"title":"课程"}
                        """.formatted(new UUID(version, 9999), lessons)).canonical();
    }

    private static String factsOf(int version, String digest) {
        return """
                {"approvals":[],"digest":"%s","field":"领域","groupName":"教研组","learnersInProgress":"KEEP",\
                "publishedAt":"2026-03-02T08:15:30Z","seconds":{},"version":%d}""".formatted(digest, version);
    }
}
