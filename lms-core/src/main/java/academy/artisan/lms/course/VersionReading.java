package academy.artisan.lms.course;

import java.time.Instant;
import java.util.Objects;

/** Puts together what authors wrote and what the platform knew of it. */
final class VersionReading {

    private VersionReading() {}

    static CourseVersion of(
            CourseId courseId,
            int version,
            String digest,
            GroupId groupId,
            CourseContent content,
            Frozen frozen,
            Instant publishedAt) {
        return new CourseVersion(
                courseId,
                version,
                digest,
                groupId,
                frozen.groupName(),
                frozen.field(),
                content.attributes(),
                content.sections().stream()
                        .map(section -> new CourseVersion.Section(
                                section.id(),
                                section.title(),
                                section.lessons().stream()
                                        .map(lesson -> lesson(lesson, frozen))
                                        .toList()))
                        .toList(),
                publishedAt);
    }

    private static Lesson lesson(LessonContent lesson, Frozen frozen) {
        var creditedAs = frozen.creditedAs(lesson.id());
        return switch (lesson) {
            case LessonContent.OfVideo video ->
                new Lesson.Video(
                        video.id(),
                        video.title(),
                        video.mustBeCompleted(),
                        creditedAs,
                        Objects.requireNonNull(video.videoId()),
                        frozen.seconds(video.id()));
            case LessonContent.OfArticle article ->
                new Lesson.Article(
                        article.id(),
                        article.title(),
                        article.mustBeCompleted(),
                        creditedAs,
                        Objects.requireNonNull(article.text()));
            case LessonContent.OfDocument document ->
                new Lesson.Document(
                        document.id(),
                        document.title(),
                        document.mustBeCompleted(),
                        creditedAs,
                        Objects.requireNonNull(document.documentId()),
                        frozen.seconds(document.id()));
        };
    }
}
