package academy.artisan.lms.authoring.exchange;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.authoring.archive.PortableMedia.Kind;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.VideoId;
import org.jspecify.annotations.Nullable;

/** The ids in contents: of their sections and lessons, of the files and of the videos that they show. */
record ContentIds(Set<UUID> parts, Set<UUID> files, Set<UUID> videos) {

    static ContentIds none() {
        return new ContentIds(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    static ContentIds of(CourseContent content) {
        var ids = none();
        ids.add(content);
        return ids;
    }

    void add(CourseContent content) {
        add(files, content.coverId());
        parts(content).forEach(parts::add);
        content.lessons().forEach(lesson -> {
            switch (lesson) {
                case LessonContent.OfVideo video -> add(videos, video.videoId());
                case LessonContent.OfDocument document -> add(files, document.documentId());
                case LessonContent.OfArticle ignored -> {}
            }
        });
    }

    private void add(Set<UUID> ids, @Nullable FileId id) {
        if (id != null) {
            ids.add(id.value());
        }
    }

    private void add(Set<UUID> ids, @Nullable VideoId id) {
        if (id != null) {
            ids.add(id.value());
        }
    }

    /** In order; an id that is used twice comes twice. */
    static Stream<UUID> parts(CourseContent content) {
        return content.sections().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.id().value()),
                        section.lessons().stream().map(lesson -> lesson.id().value())));
    }

    static Optional<UUID> usedTwice(CourseContent content) {
        var seen = new HashSet<UUID>();
        return parts(content).filter(id -> !seen.add(id)).findFirst();
    }

    ContentIds and(ContentIds other) {
        return new ContentIds(union(parts, other.parts), union(files, other.files), union(videos, other.videos));
    }

    private static Set<UUID> union(Set<UUID> one, Set<UUID> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    boolean shows(Manifest.Media media) {
        return (media.kind() == Kind.FILE ? files : videos).contains(media.id());
    }

    int count() {
        return parts.size() + files.size() + videos.size();
    }

    Set<UUID> media() {
        return union(files, videos);
    }
}
