package academy.artisan.lms.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseContent.LessonContent;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.course.VideoLibrary;
import academy.artisan.lms.course.VideoLibrary.VideoFacts;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What content must fulfil to be saved, and what more to be reviewed. Knows all videos of a course by one query. */
@Component
class ContentChecks {

    private final VideoLibrary videos;

    ContentChecks(VideoLibrary videos) {
        this.videos = videos;
    }

    /** @throws InvalidFields if a lesson names a video that the group does not have */
    void requireSavable(CourseContent content, GroupId groupId) {
        var facts = factsOf(content);
        var errors = new ArrayList<FieldError>();
        eachLesson(content, (field, lesson) -> {
            var video = lesson.videoId();
            if (video != null && !belongs(facts.get(video), groupId)) {
                errors.add(new FieldError(field + ".videoId", "OwnVideo", "is not a video of this group"));
            }
        });
        refuse(errors);
    }

    /** @throws InvalidFields naming everything that is missing */
    void requireComplete(CourseContent content, GroupId groupId) {
        requireSavable(content, groupId);
        var facts = factsOf(content);
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
            switch (lesson.kind()) {
                case VIDEO -> {
                    var video = lesson.videoId() == null ? null : facts.get(lesson.videoId());
                    if (video == null) {
                        errors.add(new FieldError(field + ".videoId", "NotNull", "the video is missing"));
                    } else if (!video.ready()) {
                        errors.add(new FieldError(field + ".videoId", "Ready", "the video is not ready"));
                    }
                }
                case ARTICLE -> {
                    if (lesson.text() == null || lesson.text().isBlank()) {
                        errors.add(new FieldError(field + ".text", "NotBlank", "the text is missing"));
                    }
                }
            }
        });
        refuse(errors);
    }

    /** The whole seconds of every video in complete content. */
    Map<VideoId, Integer> videoSeconds(CourseContent content) {
        var seconds = new java.util.HashMap<VideoId, Integer>();
        factsOf(content)
                .forEach((id, facts) -> seconds.put(
                        id, (int) Objects.requireNonNull(facts.length()).toSeconds()));
        return seconds;
    }

    private Map<VideoId, VideoFacts> factsOf(CourseContent content) {
        List<VideoId> ids = content.lessons()
                .map(LessonContent::videoId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : videos.find(ids);
    }

    private static boolean belongs(@Nullable VideoFacts facts, GroupId groupId) {
        return facts != null && facts.groupId().equals(groupId);
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
