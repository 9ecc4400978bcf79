package academy.artisan.lms.authoring.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import academy.artisan.lms.authoring.outline.Part;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.FileLibrary;
import academy.artisan.lms.course.FileLibrary.FileFacts;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.course.VideoLibrary;
import academy.artisan.lms.course.VideoLibrary.VideoFacts;
import academy.artisan.lms.support.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up all videos and files that a course shows, each kind by one query. */
@Component
class Media {

    /** What is known of them; those that do not exist are missing. */
    record Facts(Map<VideoId, VideoFacts> videos, Map<FileId, FileFacts> files) {

        @Nullable VideoFacts video(@Nullable VideoId id) {
            return id == null ? null : videos.get(id);
        }

        /** Those that belong to other groups. */
        List<Id> notOwnedBy(GroupId groupId) {
            return Stream.<Id>concat(
                            videos.values().stream()
                                    .filter(video -> !video.groupId().equals(groupId))
                                    .map(VideoFacts::id),
                            files.values().stream()
                                    .filter(file -> !file.groupId().equals(groupId))
                                    .map(FileFacts::id))
                    .toList();
        }

        @Nullable FileFacts file(@Nullable FileId id) {
            return id == null ? null : files.get(id);
        }
    }

    private final VideoLibrary videos;
    private final FileLibrary files;

    Media(VideoLibrary videos, FileLibrary files) {
        this.videos = videos;
        this.files = files;
    }

    Facts of(CourseContent content) {
        return Shown.in(content).facts(videos::find, files::find);
    }

    /** The same; none of them is removed before the transaction ends. */
    Facts hold(CourseContent content) {
        return Shown.in(content).facts(videos::hold, files::hold);
    }

    /** The same, of what some parts show. */
    Facts hold(Collection<Part> parts) {
        return Shown.in(parts).facts(videos::hold, files::hold);
    }

    /** What is shown, each once. */
    private record Shown(Set<VideoId> videos, Set<FileId> files) {

        static Shown in(CourseContent content) {
            return in(content.coverId(), content.lessons());
        }

        static Shown in(Collection<Part> parts) {
            @Nullable FileId coverId = null;
            var lessons = new ArrayList<LessonContent>();
            for (var part : parts) {
                switch (part) {
                    case Part.Course course -> coverId = course.attributes().coverId();
                    case Part.Lesson lesson -> lessons.add(lesson.content());
                    case Part.Section ignored -> {}
                }
            }
            return in(coverId, lessons.stream());
        }

        private static Shown in(@Nullable FileId coverId, Stream<LessonContent> lessons) {
            var shown = new Shown(new HashSet<>(), new HashSet<>());
            add(shown.files, coverId);
            lessons.forEach(lesson -> {
                switch (lesson) {
                    case LessonContent.OfVideo video -> add(shown.videos, video.videoId());
                    case LessonContent.OfDocument document -> add(shown.files, document.documentId());
                    case LessonContent.OfArticle ignored -> {}
                }
            });
            return shown;
        }

        private static <T> void add(Set<T> ids, @Nullable T id) {
            if (id != null) {
                ids.add(id);
            }
        }

        Facts facts(
                Function<Set<VideoId>, Map<VideoId, VideoFacts>> ofVideos,
                Function<Set<FileId>, Map<FileId, FileFacts>> ofFiles) {
            return new Facts(
                    videos.isEmpty() ? Map.of() : ofVideos.apply(videos),
                    files.isEmpty() ? Map.of() : ofFiles.apply(files));
        }
    }
}
