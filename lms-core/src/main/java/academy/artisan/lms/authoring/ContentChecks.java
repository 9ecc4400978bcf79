package academy.artisan.lms.authoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.FileLibrary;
import academy.artisan.lms.course.FileLibrary.FileFacts;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.course.VideoLibrary;
import academy.artisan.lms.course.VideoLibrary.VideoFacts;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What content must fulfil to be saved, and what more to be reviewed. Knows all media of a course by two queries. */
@Component
class ContentChecks {

    private record Media(Map<VideoId, VideoFacts> videos, Map<FileId, FileFacts> files) {}

    private final VideoLibrary videos;
    private final FileLibrary files;

    ContentChecks(VideoLibrary videos, FileLibrary files) {
        this.videos = videos;
        this.files = files;
    }

    /** @throws InvalidFields if a lesson names a video or document that the group does not have */
    void requireSavable(CourseContent content, GroupId groupId) {
        var media = mediaOf(content);
        var errors = new ArrayList<FieldError>();
        eachLesson(content, (field, lesson) -> {
            switch (lesson) {
                case LessonContent.OfVideo video -> {
                    if (video.videoId() != null && !belongs(media.videos().get(video.videoId()), groupId)) {
                        errors.add(new FieldError(field + ".videoId", "OwnVideo", "is not a video of this group"));
                    }
                }
                case LessonContent.OfDocument document -> {
                    if (document.documentId() != null
                            && !isDocument(media.files().get(document.documentId()), groupId)) {
                        errors.add(new FieldError(
                                field + ".documentId", "OwnDocument", "is not a document of this group"));
                    }
                }
                case LessonContent.OfArticle ignored -> {}
            }
        });
        refuse(errors);
    }

    /** @throws InvalidFields naming everything that is missing */
    void requireComplete(CourseContent content, GroupId groupId) {
        requireSavable(content, groupId);
        var media = mediaOf(content);
        var errors = new ArrayList<FieldError>();
        if (content.sections().isEmpty()) {
            errors.add(new FieldError("sections", "NotEmpty", "a course needs a section"));
        }
        for (var s = 0; s < content.sections().size(); s++) {
            if (content.sections().get(s).lessons().isEmpty()) {
                errors.add(new FieldError("sections[%d].lessons".formatted(s), "NotEmpty", "a section needs a lesson"));
            }
        }
        eachLesson(content, (field, lesson) -> {
            switch (lesson) {
                case LessonContent.OfVideo ofVideo -> {
                    var video =
                            ofVideo.videoId() == null ? null : media.videos().get(ofVideo.videoId());
                    if (video == null) {
                        errors.add(new FieldError(field + ".videoId", "NotNull", "the video is missing"));
                    } else if (!video.ready()) {
                        errors.add(new FieldError(field + ".videoId", "Ready", "the video is not ready"));
                    }
                }
                case LessonContent.OfArticle article -> {
                    if (article.text() == null || article.text().isBlank()) {
                        errors.add(new FieldError(field + ".text", "NotBlank", "the text is missing"));
                    }
                }
                case LessonContent.OfDocument document -> {
                    if (document.documentId() == null) {
                        errors.add(new FieldError(field + ".documentId", "NotNull", "the document is missing"));
                    }
                }
            }
        });
        refuse(errors);
    }

    /** How long the lessons of complete content take whose length is not in the content itself. */
    Map<LessonId, Integer> seconds(CourseContent content) {
        var media = mediaOf(content);
        var seconds = new HashMap<LessonId, Integer>();
        content.lessons().forEach(lesson -> {
            var length = switch (lesson) {
                case LessonContent.OfVideo video ->
                    Objects.requireNonNull(media.videos().get(video.videoId())).length();
                case LessonContent.OfDocument document ->
                    Objects.requireNonNull(media.files().get(document.documentId()))
                            .readingTime();
                case LessonContent.OfArticle ignored -> Duration.ZERO;
            };
            if (!Duration.ZERO.equals(length)) {
                seconds.put(lesson.id(), (int) Objects.requireNonNull(length).toSeconds());
            }
        });
        return seconds;
    }

    private Media mediaOf(CourseContent content) {
        var videoIds = new ArrayList<VideoId>();
        var fileIds = new ArrayList<FileId>();
        content.lessons().forEach(lesson -> {
            switch (lesson) {
                case LessonContent.OfVideo video -> add(videoIds, video.videoId());
                case LessonContent.OfDocument document -> add(fileIds, document.documentId());
                case LessonContent.OfArticle ignored -> {}
            }
        });
        return new Media(
                videoIds.isEmpty() ? Map.of() : videos.find(videoIds),
                fileIds.isEmpty() ? Map.of() : files.find(fileIds));
    }

    private static <T> void add(List<T> ids, @Nullable T id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private static boolean belongs(@Nullable VideoFacts facts, GroupId groupId) {
        return facts != null && facts.groupId().equals(groupId);
    }

    private static boolean isDocument(@Nullable FileFacts facts, GroupId groupId) {
        return facts != null && facts.groupId().equals(groupId) && !facts.type().isPicture();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidFields(errors);
        }
    }

    private interface LessonCheck {
        void check(String field, LessonContent lesson);
    }

    private static void eachLesson(CourseContent content, LessonCheck check) {
        for (var s = 0; s < content.sections().size(); s++) {
            var lessons = content.sections().get(s).lessons();
            for (var l = 0; l < lessons.size(); l++) {
                check.check("sections[%d].lessons[%d]".formatted(s, l), lessons.get(l));
            }
        }
    }
}
