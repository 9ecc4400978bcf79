package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.VersionFacts;

/**
 * What was read of an archive and found to be sound in itself.
 *
 * @param versions the digests of the versions by their number; their facts are read again when they are needed
 * @param earlier ids of parts and media in the versions
 */
record Archive(
        Manifest manifest,
        Map<String, Manifest.Entry> entries,
        CourseContent draft,
        SortedMap<Integer, String> versions,
        ContentIds earlier) {

    CourseId courseId() {
        return manifest.courseId();
    }

    /** The ids of all parts that the course has or had, itself included. */
    Set<UUID> parts() {
        return Stream.of(Set.of(courseId().value()), ContentIds.of(draft).parts(), earlier.parts())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    /** All that the course has or had and shows or showed. */
    ContentIds all() {
        return ContentIds.of(draft).and(earlier);
    }

    static Map<String, Manifest.Entry> byPath(Manifest manifest) {
        return manifest.entries().stream().collect(Collectors.toMap(Manifest.Entry::path, Function.identity()));
    }

    Manifest.Entry entry(String path) {
        return Objects.requireNonNull(entries.get(path));
    }

    /** What is on record of a version, in an archive that was read and found to be sound. */
    VersionFacts facts(ArchiveFile file, int version) throws IOException, Unacceptable {
        var path = Paths.facts(version);
        return PlainJson.read(path, file.text(entry(path)), VersionFacts.class);
    }

    /** The files and videos of which the archive has the bytes, and that one of these contents shows. */
    List<Manifest.Media> carried(ContentIds shown) {
        return manifest.media().stream().filter(shown::shows).toList();
    }
}
