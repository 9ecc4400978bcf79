package academy.artisan.lms.authoring.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import academy.artisan.lms.authoring.outline.PartKind;
import academy.artisan.lms.course.ArticleText;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.FileLibrary.FileFacts;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.support.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What content must fulfil to be saved, and what more to be reviewed. */
@Component
public class ContentChecks {

    private static final int COVER_WIDTH = 640;
    private static final int COVER_HEIGHT = 360;

    private final Media media;
    private final BorrowedMedia borrowed;
    private final RequiredAttributes required;

    ContentChecks(Media media, BorrowedMedia borrowed, RequiredAttributes required) {
        this.media = media;
        this.borrowed = borrowed;
        this.required = required;
    }

    /**
     * What cannot be saved: media that the group may not show, text that is not safe.
     *
     * @param changed the lessons whose text is looked at, because they are new or say something else
     */
    List<Finding> unsavable(CourseId courseId, GroupId groupId, CourseContent content, Stream<LessonContent> changed) {
        var facts = media.of(content);
        var foreign = foreignMedia(groupId, courseId, content, facts, Set.of());
        if (!foreign.isEmpty()) {
            foreign = foreignMedia(groupId, courseId, content, facts, borrowed.of(courseId));
        }
        return Stream.concat(foreign.stream(), changed.mapMulti(ContentChecks::findUnsafeText))
                .toList();
    }

    private static void findUnsafeText(LessonContent lesson, Consumer<Finding> findings) {
        if (lesson instanceof LessonContent.OfArticle article && article.text() != null) {
            var unsafe = ArticleText.unsafeParts(article.text());
            if (!unsafe.isEmpty()) {
                findings.accept(new Finding(
                        PartKind.LESSON,
                        lesson.id().value(),
                        lesson.title(),
                        "text",
                        "UnsafeText",
                        true,
                        List.of(String.join(", ", unsafe))));
            }
        }
    }

    /** All that is not as it should be, in the order of the outline. */
    List<Finding> findings(CourseDraft draft) {
        var content = draft.content();
        var facts = media.of(content);
        var findings = new ArrayList<Finding>();
        findings.addAll(ofCourse(draft.courseId(), content, facts, required.of(draft.groupId())));
        findings.addAll(foreignMedia(draft.groupId(), draft.courseId(), content, facts, borrowed.of(draft.courseId())));
        for (var section : content.sections()) {
            if (section.lessons().isEmpty()) {
                findings.add(new Finding(
                        PartKind.SECTION, section.id().value(), section.title(), "lessons", "LessonNeeded", true));
            }
            for (var lesson : section.lessons()) {
                var missing = missing(lesson, facts);
                if (missing != null) {
                    findings.add(finding(lesson, fieldOf(lesson), missing));
                }
            }
        }
        return findings;
    }

    /**
     * Ends unless the draft can be reviewed and published as it is.
     *
     * @throws InvalidFields naming everything that stops publication
     */
    public void requireComplete(CourseDraft draft) {
        var stopping = findings(draft).stream().filter(Finding::stops).toList();
        if (!stopping.isEmpty()) {
            throw new InvalidFields(FieldPaths.errors(draft.content(), stopping));
        }
    }

    /** How long the lessons of complete content take whose length is not in the content itself. */
    public Map<LessonId, Integer> seconds(CourseContent content) {
        var facts = media.of(content);
        var seconds = new HashMap<LessonId, Integer>();
        content.lessons().forEach(lesson -> {
            switch (lesson) {
                case LessonContent.OfVideo video ->
                    seconds.put(lesson.id(), (int)
                            Objects.requireNonNull(Objects.requireNonNull(facts.video(video.videoId()))
                                            .length())
                                    .toSeconds());
                case LessonContent.OfDocument document ->
                    seconds.put(lesson.id(), (int)
                            Objects.requireNonNull(Objects.requireNonNull(facts.file(document.documentId()))
                                            .readingTime())
                                    .toSeconds());
                case LessonContent.OfArticle ignored -> {}
            }
        });
        return seconds;
    }

    private static List<Finding> ofCourse(
            CourseId courseId, CourseContent content, Media.Facts facts, Set<Attribute> required) {
        var findings = new ArrayList<Finding>();
        if (content.sections().isEmpty()) {
            findings.add(ofCourse(courseId, content, "sections", "SectionNeeded", true));
        } else if (content.lessons().noneMatch(LessonContent::mustBeCompleted)) {
            findings.add(ofCourse(courseId, content, "sections", "RequiredLessonNeeded", true));
        }
        for (var attribute : Attribute.values()) {
            if (attribute.isMissingIn(content)) {
                findings.add(
                        ofCourse(courseId, content, attribute.field(), attribute.rule(), required.contains(attribute)));
            }
        }
        var cover = facts.file(content.coverId());
        if (cover != null && isTooSmall(cover)) {
            findings.add(ofCourse(courseId, content, "coverId", "PictureTooSmall", true));
        }
        return findings;
    }

    private static Finding ofCourse(
            CourseId courseId, CourseContent content, String field, String rule, boolean stops) {
        return new Finding(PartKind.COURSE, courseId.value(), content.title(), field, rule, stops);
    }

    private static boolean isTooSmall(FileFacts cover) {
        return Objects.requireNonNullElse(cover.width(), 0) < COVER_WIDTH
                || Objects.requireNonNullElse(cover.height(), 0) < COVER_HEIGHT;
    }

    private static @Nullable String missing(LessonContent lesson, Media.Facts facts) {
        return switch (lesson) {
            case LessonContent.OfVideo video -> {
                var known = facts.video(video.videoId());
                yield known == null ? "VideoMissing" : known.ready() ? null : "VideoNotReady";
            }
            case LessonContent.OfArticle article ->
                article.text() == null || article.text().isBlank() ? "TextMissing" : null;
            case LessonContent.OfDocument document ->
                facts.file(document.documentId()) == null ? "DocumentMissing" : null;
        };
    }

    private static List<Finding> foreignMedia(
            GroupId groupId, CourseId courseId, CourseContent content, Media.Facts facts, Set<UUID> borrowed) {
        var findings = new ArrayList<Finding>();
        var coverId = content.coverId();
        if (coverId != null && !borrowed.contains(coverId.value()) && !isOwn(facts.file(coverId), groupId, true)) {
            findings.add(ofCourse(courseId, content, "coverId", "OwnPicture", true));
        }
        content.lessons().forEach(lesson -> {
            var foreign = switch (lesson) {
                case LessonContent.OfVideo video -> {
                    var id = video.videoId();
                    var known = facts.video(id);
                    var isOwn = known != null && known.groupId().equals(groupId);
                    yield id != null && !isOwn && !borrowed.contains(id.value()) ? "OwnVideo" : null;
                }
                case LessonContent.OfDocument document -> {
                    var id = document.documentId();
                    var isOwn = isOwn(facts.file(id), groupId, false);
                    yield id != null && !isOwn && !borrowed.contains(id.value()) ? "OwnDocument" : null;
                }
                case LessonContent.OfArticle ignored -> null;
            };
            if (foreign != null) {
                findings.add(finding(lesson, fieldOf(lesson), foreign));
            }
        });
        return findings;
    }

    private static boolean isOwn(@Nullable FileFacts file, GroupId groupId, boolean isPicture) {
        return file != null && file.groupId().equals(groupId) && file.type().isPicture() == isPicture;
    }

    private static Finding finding(LessonContent lesson, String field, String rule) {
        return new Finding(PartKind.LESSON, lesson.id().value(), lesson.title(), field, rule, true);
    }

    private static String fieldOf(LessonContent lesson) {
        return switch (lesson) {
            case LessonContent.OfVideo ignored -> "videoId";
            case LessonContent.OfArticle ignored -> "text";
            case LessonContent.OfDocument ignored -> "documentId";
        };
    }
}
