package academy.artisan.lms.authoring.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.course.ArticleText;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.Problem;
import academy.artisan.lms.support.Problem.FieldError;
import jakarta.validation.Validator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts as they come in from another installation: checked as if an author had sent them, kept under their ids. */
@Component
public class CarriedDrafts {

    private final JdbcClient jdbc;
    private final CourseDrafts drafts;
    private final Revisions revisions;
    private final BorrowedMedia borrowed;
    private final Validator validator;

    CarriedDrafts(
            JdbcClient jdbc, CourseDrafts drafts, Revisions revisions, BorrowedMedia borrowed, Validator validator) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.revisions = revisions;
        this.borrowed = borrowed;
        this.validator = validator;
    }

    /** Which rules of drafts the content breaks; the parts themselves are there. */
    public List<FieldError> errors(CourseContent content) {
        var errors = new ArrayList<FieldError>();
        validator
                .validate(Outline.of(content))
                .forEach(broken -> errors.add(new FieldError(
                        broken.getPropertyPath().toString(),
                        broken.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName(),
                        broken.getMessage())));
        for (var s = 0; s < content.sections().size(); s++) {
            var lessons = content.sections().get(s).lessons();
            for (var l = 0; l < lessons.size(); l++) {
                if (isUnsafe(lessons.get(l))) {
                    var field = "sections[%d].lessons[%d].text".formatted(s, l);
                    errors.add(new FieldError(field, "UnsafeText", "has something that is not allowed"));
                }
            }
        }
        return errors.isEmpty() ? tooLarge(content) : errors;
    }

    private static boolean isUnsafe(LessonContent lesson) {
        return lesson instanceof LessonContent.OfArticle article
                && article.text() != null
                && !ArticleText.unsafeParts(article.text()).isEmpty();
    }

    private static List<FieldError> tooLarge(CourseContent content) {
        try {
            DraftLimits.canonical(content);
            return List.of();
        } catch (Problem tooLarge) {
            return List.of(new FieldError("sections", "Size", "is too large"));
        }
    }

    /** The course, be it deleted or not. */
    public Optional<CourseDraft> find(CourseId courseId) {
        return drafts.findAlsoDeleted(courseId);
    }

    public boolean isDeleted(CourseId courseId) {
        return jdbc.sql("select deleted_at is not null from authoring.draft where course_id = :course")
                .param("course", courseId.value())
                .query(Boolean.class)
                .single();
    }

    /** The same content as another course: all parts under new ids. */
    public static CourseContent withNewIds(CourseContent content) {
        return Copying.withNewIds(content);
    }

    /** Those of these ids that are in use for parts of any course. */
    public Set<UUID> inUse(Collection<UUID> parts) {
        return new HashSet<>(jdbc.sql("select part_id from authoring.part where part_id = any(:parts)")
                .param("parts", parts.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Those of these files and videos that the group has borrowed for one of its courses. */
    public Set<UUID> borrowedBy(GroupId groupId, Collection<UUID> media) {
        return new HashSet<>(jdbc.sql("""
                        select distinct media_id from authoring.borrowed_media join authoring.draft using (course_id)
                        where group_id = :group and media_id = any(:media)
                        """)
                .param("group", groupId.value())
                .param("media", media.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /**
     * Adds a course with a content that breaks no rule.
     *
     * @param earlierParts ids of parts that the course had in published versions
     * @param foreignMedia files and videos that it shows and that are not the group's
     */
    public CourseDraft add(
            CourseId courseId,
            GroupId groupId,
            CourseContent content,
            PersonId person,
            Collection<UUID> earlierParts,
            Collection<UUID> foreignMedia) {
        var draft = drafts.add(courseId, groupId, content, person, null);
        revisions.addEarlierParts(courseId, earlierParts);
        borrowed.addAll(courseId, foreignMedia);
        return draft;
    }
}
