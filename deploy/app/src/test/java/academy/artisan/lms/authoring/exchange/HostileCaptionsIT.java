package academy.artisan.lms.authoring.exchange;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static academy.artisan.lms.testing.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;

/** Captions of an archive are read as if a stranger had uploaded them. */
class HostileCaptionsIT extends HostileArchives {

    private static final String GOOD = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n焊枪\n";

    private final String videoId = UUID.randomUUID().toString();

    @Test
    void captionsThatNoAuthorCouldHaveWrittenAreRefusedWithAllThatCameWithThem() throws Exception {
        var archives = new LinkedHashMap<String, byte[]>();
        archives.put("media-refused text", captions("en", "Sehr geehrte Damen und Herren"));
        archives.put("media-refused nothing", captions("en", ""));
        archives.put("media-refused time", captions("en", GOOD.replace("02.000", "00.000")));
        archives.put("media-refused cue", captions("en", GOOD + "a".repeat(1001)));
        archives.put("media-refused grows", captions("en", "WEBVTT\n" + growing()));
        archives.put("media-refused other case", captions("zh-hans", GOOD));
        archives.put("media-refused no language", captions("klingonisch", GOOD));
        archives.put("media-refused label", labelled("a\u0007b"));
        archives.put("manifest-wrong label", labelled("a".repeat(61)));
        archives.put("manifest-wrong no label", labelled(" "));
        archives.put("content-unreadable bytes", archive(Map.of("en", new byte[] {'W', (byte) 0xFF})));
        archives.put("entry-too-large", archive(Map.of("en", new byte[(4 << 20) + 1])));
        archives.put("media-refused too many languages", tooMany());
        refused(archives);
    }

    /** Five times as much once it is escaped. */
    private static String growing() {
        return ("\n00:00:01.000 --> 00:00:02.000\n" + "&".repeat(999) + "\n").repeat(900);
    }

    private byte[] labelled(String label) {
        return with(Map.of("en", utf8(GOOD)))
                .manifest(manifest -> ((ObjectNode) manifest.at("/captions/0")).put("label", label))
                .zipWithStoredMedia();
    }

    private byte[] tooMany() {
        var texts = new LinkedHashMap<String, byte[]>();
        Stream.of(Locale.getISOLanguages()).limit(21).forEach(language -> texts.put(language, utf8(GOOD)));
        return archive(texts);
    }

    @Test
    void captionsThatTheManifestDoesNotDescribeAreRefused() throws Exception {
        var whole = with(Map.of("en", utf8(GOOD)));
        var path = "media/videos/%s/captions/en.vtt".formatted(videoId);
        var archives = new LinkedHashMap<String, byte[]>();
        archives.put("media-packed", whole.zip());
        archives.put(
                "wrong-digest",
                whole.replace(path, text -> text.replace("焊", "铁")).zipWithStoredMedia());
        archives.put("missing-entry", whole.without(path).zipWithStoredMedia());
        archives.put("manifest-wrong unlisted", described(whole));
        archives.put("manifest-wrong twice", described(whole, videoId, videoId));
        archives.put(
                "manifest-wrong other video", described(whole, UUID.randomUUID().toString()));
        archives.put(
                "manifest-wrong path",
                whole.manifest(manifest -> ((ObjectNode) manifest.at("/captions/0")).put("language", "../../en"))
                        .zipWithStoredMedia());
        archives.put(
                "manifest-wrong nothing said",
                whole.manifest(manifest -> manifest.remove("captions")).zipWithStoredMedia());
        archives.put(
                "manifest-wrong older format",
                whole.manifest(manifest -> manifest.put("formatVersion", 1)).zipWithStoredMedia());
        refused(archives);
    }

    /** The manifest tells of English captions for these videos. */
    private static byte[] described(Forgery archive, String... videoIds) {
        return archive.manifest(manifest -> {
                    var captions = manifest.putArray("captions");
                    for (var id : videoIds) {
                        describe(captions, id, "en");
                    }
                })
                .zipWithStoredMedia();
    }

    private static void describe(ArrayNode captions, String videoId, String language) {
        captions.addObject().put("videoId", videoId).put("language", language).put("label", "Label");
    }

    private byte[] captions(String language, String text) {
        return archive(Map.of(language, utf8(text)));
    }

    private byte[] archive(Map<String, byte[]> texts) {
        return with(texts).zipWithStoredMedia();
    }

    /** A lesson whose video has captions in these languages. */
    private Forgery with(Map<String, byte[]> texts) {
        var archive = good.outline(draft -> ((ObjectNode) draft.at("/sections/0"))
                        .putArray("lessons")
                        .addObject()
                        .put("id", UUID.randomUUID().toString())
                        .put("kind", "VIDEO")
                        .put("title", "看")
                        .put("videoId", videoId))
                .with("media/videos/%s/source".formatted(videoId), utf8("a film".repeat(1 << 20)))
                .manifest(manifest -> {
                    manifest.put("hasMedia", true)
                            .putArray("media")
                            .addObject()
                            .put("kind", "VIDEO")
                            .put("id", videoId)
                            .put("name", "示教.mp4");
                    var captions = manifest.putArray("captions");
                    texts.keySet().forEach(language -> describe(captions, videoId, language));
                });
        for (var text : texts.entrySet()) {
            archive =
                    archive.with("media/videos/%s/captions/%s.vtt".formatted(videoId, text.getKey()), text.getValue());
        }
        return archive.consistent();
    }

    @Test
    void theArchiveThatTheOthersAreMadeOfIsTaken() {
        assertThat(there.imported(author, 0, captions("en", GOOD))).isNotEmpty();
        assertThat(author.get("/api/v1/videos/%s/captions/en".formatted(videoId))
                        .text())
                .isEqualTo(GOOD);
    }
}
