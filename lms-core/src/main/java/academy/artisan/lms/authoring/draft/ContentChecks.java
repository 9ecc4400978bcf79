package academy.artisan.lms.authoring.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import academy.artisan.lms.authoring.outline.Part;
import academy.artisan.lms.authoring.outline.PartKind;
import academy.artisan.lms.course.ArticleText;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.FileLibrary.FileFacts;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.Lesson;
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
     * What cannot be saved of the parts that are new or say something else: media that the group may not show, text
     * that is not safe. What others wrote before stands in nobody's way. The media that they show are held.
     */
    List<Finding> unsavable(CourseId courseId, GroupId groupId, Collection<Part> changed) {
        var rights = new MediaRights(groupId, borrowed.of(courseId), media.hold(changed));
        return changed.stream()
                .flatMap(part -> Stream.concat(foreign(courseId, part, rights), unsafe(part)))
                .toList();
    }

    private static Stream<Finding> unsafe(Part part) {
        if (!(part instanceof Part.Lesson(LessonContent.OfArticle article)) || article.text() == null) {
            return Stream.empty();
        }
        var unsafe = ArticleText.unsafeParts(article.text());
        return unsafe.isEmpty()
                ? Stream.empty()
                : Stream.of(new Finding(
                        PartKind.LESSON,
                        article.id().value(),
                        article.title(),
                        "text",
                        "UnsafeText",
                        true,
                        List.of(String.join(", ", unsafe))));
    }

    private static Stream<Finding> foreign(CourseId courseId, Part part, MediaRights rights) {
        return switch (part) {
            case Part.Course course ->
                rights.mayShowPicture(course.attributes().coverId())
                        ? Stream.empty()
                        : Stream.of(new Finding(
                                PartKind.COURSE, courseId.value(), part.title(), "coverId", "OwnPicture", true));
            case Part.Lesson(LessonContent.OfVideo video) ->
                rights.mayShow(video.videoId())
                        ? Stream.empty()
                        : Stream.of(finding(video, fieldOf(video), "OwnVideo"));
            case Part.Lesson(LessonContent.OfDocument document) ->
                rights.mayShowDocument(document.documentId())
                        ? Stream.empty()
                        : Stream.of(finding(document, fieldOf(document), "OwnDocument"));
            case Part.Lesson(LessonContent.OfArticle ignored) -> Stream.empty();
            case Part.Section ignored -> Stream.empty();
        };
    }

    /** All that is not as it should be, in the order of the outline. */
    List<Finding> findings(CourseDraft draft) {
        var content = draft.content();
        var facts = media.of(content);
        var findings = new ArrayList<Finding>();
        findings.addAll(ofCourse(draft.courseId(), content, facts, required.of(draft.groupId())));
        var rights = new MediaRights(draft.groupId(), borrowed.of(draft.courseId()), facts);
        Part.of(draft.courseId(), content).values().stream()
                .flatMap(part -> foreign(draft.courseId(), part, rights))
                .forEach(findings::add);
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

    /** Keeps what content shows from being removed until the transaction ends. */
    public void hold(CourseContent content) {
        media.hold(content);
    }

    /** How long a draft takes as far as it is known: lessons whose video or document is missing count nothing. */
    int knownSeconds(CourseDraft draft) {
        var facts = media.of(draft.content());
        return draft.content()
                .lessons()
                .mapToInt(lesson -> knownSeconds(lesson, facts))
                .sum();
    }

    private static int knownSeconds(LessonContent lesson, Media.Facts facts) {
        return switch (lesson) {
            case LessonContent.OfVideo video -> {
                var known = facts.video(video.videoId());
                yield known == null || known.length() == null
                        ? 0
                        : (int) known.length().toSeconds();
            }
            case LessonContent.OfDocument document -> {
                var known = facts.file(document.documentId());
                yield known == null || known.readingTime() == null
                        ? 0
                        : (int) known.readingTime().toSeconds();
            }
            case LessonContent.OfArticle article -> article.text() == null ? 0 : Lesson.Article.seconds(article.text());
        };
    }

    /** How long the lessons of complete content take whose length is not in the content itself. */
    public Map<LessonId, Integer> seconds(CourseContent content) {
        var facts = media.of(content);
        var seconds = new HashMap<LessonId, Integer>();
        content.lessons().forEach(lesson -> {
            switch (lesson) {
                case LessonContent.OfVideo video -> seconds.put(video.id(), knownSeconds(video, facts));
                case LessonContent.OfDocument document -> seconds.put(document.id(), knownSeconds(document, facts));
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
            case LessonContent.OfDocument document -> {
                var known = facts.file(document.documentId());
                yield known == null || known.readingTime() == null ? "DocumentMissing" : null;
            }
        };
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
