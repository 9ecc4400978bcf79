package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import academy.artisan.lms.authoring.draft.CarriedDrafts;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.VersionFacts;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;

/** Reads all that an archive has but its media, and finds out whether it is sound in itself. */
@Component
class ArchiveReader {

    private final ManifestReader manifests;
    private final CarriedDrafts drafts;
    private final Validator validator;
    private final Clock clock;

    ArchiveReader(ManifestReader manifests, CarriedDrafts drafts, Validator validator, Clock clock) {
        this.manifests = manifests;
        this.drafts = drafts;
        this.validator = validator;
        this.clock = clock;
    }

    Archive read(ArchiveFile file) throws IOException, Unacceptable {
        var manifest = manifests.read(file);
        var entries = Archive.byPath(manifest);
        var archive =
                new Archive(manifest, entries, draft(file, manifest, entries), new TreeMap<>(), ContentIds.none());
        for (var version : manifest.versions()) {
            var content = content(file, archive.entry(Paths.version(version.version())));
            requireSound(archive.facts(file, version.version()), archive, version, content);
            archive.versions().put(version.version(), version.digest());
            archive.earlier().add(content);
            if (archive.earlier().count() > Limits.IDS) {
                throw new Unacceptable(Flaw.of("too-many-parts", Limits.IDS));
            }
        }
        if (archive.carried(archive.all()).size() < manifest.media().size()) {
            throw new Unacceptable(Flaw.of("media-not-shown"));
        }
        return archive;
    }

    private CourseContent draft(ArchiveFile file, Manifest manifest, Map<String, Manifest.Entry> entries)
            throws IOException, Unacceptable {
        var entry = Objects.requireNonNull(entries.get(Paths.DRAFT));
        var draft = content(file, entry);
        if (!draft.digest().equals(entry.sha256())) {
            throw new Unacceptable(Flaw.of("content-not-canonical", Paths.DRAFT));
        }
        if (!entry.sha256().equals(manifest.draftDigest())) {
            throw new Unacceptable(Flaw.of("manifest-wrong", "draftDigest"));
        }
        return draft;
    }

    private CourseContent content(ArchiveFile file, Manifest.Entry entry) throws IOException, Unacceptable {
        var content = PlainJson.read(entry.path(), file.text(entry), CourseContent.class);
        if (!isWhole(content)) {
            throw new Unacceptable(Flaw.of("content-unreadable", entry.path()));
        }
        var errors = drafts.errors(content);
        if (!errors.isEmpty()) {
            throw new Unacceptable(errors.stream()
                    .map(error -> Flaw.of(
                            "content-wrong", entry.path() + " " + error.field(), "archive-rule." + error.rule()))
                    .toList());
        }
        var twice = ContentIds.usedTwice(content);
        if (twice.isPresent()) {
            throw new Unacceptable(Flaw.of("id-used-twice", twice.get()));
        }
        return content;
    }

    /** Whether all parts are there and have ids. */
    @SuppressWarnings("ConstantValue") // what was read from outside may lack anything
    private static boolean isWhole(CourseContent content) {
        return content.sections() != null
                && content.sections().stream()
                        .allMatch(section -> section != null
                                && section.id() != null
                                && section.lessons() != null
                                && section.lessons().stream()
                                        .allMatch(lesson -> lesson != null && lesson.id() != null));
    }

    private void requireSound(VersionFacts facts, Archive archive, Manifest.Version version, CourseContent content)
            throws Unacceptable {
        var path = Paths.facts(version.version());
        var broken = validator.validate(facts);
        if (!broken.isEmpty()) {
            throw new Unacceptable(broken.stream()
                    .map(rule -> Flaw.of("content-wrong", path + " " + rule.getPropertyPath(), rule.getMessage()))
                    .toList());
        }
        var digest = archive.entry(Paths.version(version.version())).sha256();
        var isSound = facts.version() == version.version()
                && facts.digest().equals(version.digest())
                && facts.digest().equals(digest)
                && facts.wasPublishedBefore(clock.instant())
                && facts.fit(content);
        if (!isSound) {
            throw new Unacceptable(Flaw.of("version-wrong", path));
        }
    }
}
