package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import jakarta.validation.Validator;
import org.springframework.stereotype.Component;

/** Reads what an archive says of itself, and whether that is what is in it, by name. */
@Component
class ManifestReader {

    private final Validator validator;

    ManifestReader(Validator validator) {
        this.validator = validator;
    }

    Manifest read(ArchiveFile archive) throws IOException, Unacceptable {
        var json = archive.text(Paths.MANIFEST, Limits.MANIFEST_BYTES);
        var head = PlainJson.read(Paths.MANIFEST, json, Manifest.Head.class);
        if (!Manifest.FORMAT.equals(head.format())) {
            throw new Unacceptable(Flaw.of("other-format"));
        }
        if (!head.isKnownVersion()) {
            throw new Unacceptable(Flaw.of("other-format-version", head.formatVersion()));
        }
        var manifest = PlainJson.read(Paths.MANIFEST, json, Manifest.class);
        var broken = validator.validate(manifest);
        if (!broken.isEmpty()) {
            throw new Unacceptable(broken.stream()
                    .map(rule ->
                            Flaw.of("manifest-wrong", rule.getPropertyPath().toString(), rule.getMessage()))
                    .toList());
        }
        requireEntries(archive, manifest);
        return manifest;
    }

    private static void requireEntries(ArchiveFile archive, Manifest manifest) throws Unacceptable {
        var expected = new HashSet<>(Set.of(Paths.DRAFT));
        for (var i = 0; i < manifest.versions().size(); i++) {
            var number = manifest.versions().get(i).version();
            require(number == i + 1, "manifest-wrong", "versions[%d].version".formatted(i));
            expected.add(Paths.version(number));
            expected.add(Paths.facts(number));
        }
        require(manifest.hasMedia() || manifest.media().isEmpty(), "manifest-wrong", "hasMedia");
        for (var media : manifest.media()) {
            require(media.isWhole() && expected.add(Paths.media(media)), "manifest-wrong", Paths.media(media));
        }
        for (var captions : manifest.captions()) {
            var path = Paths.captions(captions);
            require(expected.contains(Paths.source(captions.videoId())) && expected.add(path), "manifest-wrong", path);
        }
        var listed = new HashSet<String>();
        for (var entry : manifest.entries()) {
            var path = entry.path();
            require(expected.contains(path) && listed.add(path), "manifest-wrong", path);
            require(archive.names().contains(path), "missing-entry", path);
        }
        for (var path : expected) {
            require(listed.contains(path), "missing-entry", path);
        }
        for (var name : archive.names()) {
            require(listed.contains(name) || name.equals(Paths.MANIFEST), "unknown-entry", name);
        }
        requireSizes(archive, manifest);
    }

    /** Texts pack well, but not that well; media are stored as they are, so they cannot be more than there is. */
    private static void requireSizes(ArchiveFile archive, Manifest manifest) throws Unacceptable {
        var texts = 0L;
        for (var entry : manifest.entries()) {
            var isMedia = entry.path().startsWith("media/");
            require(!isMedia || archive.isStored(entry.path()), "media-packed", entry.path());
            require(!isMedia || entry.sizeBytes() <= archive.sizeBytes(), "wrong-size", entry.path());
            texts += isMedia ? 0 : entry.sizeBytes();
        }
        var most = Math.max(Limits.HARMLESS_BYTES, archive.sizeBytes() * Limits.MOST_TIMES_LARGER);
        require(texts <= most, "unpacks-too-large", "");
    }

    private static void require(boolean condition, String code, String subject) throws Unacceptable {
        if (!condition) {
            throw new Unacceptable(Flaw.of(code, subject));
        }
    }
}
