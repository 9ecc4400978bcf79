package academy.artisan.lms.authoring.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.LessonKind;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.Id;
import org.jspecify.annotations.Nullable;

/**
 * A draft as authors read it.
 *
 * @param revision the ETag of the draft as a whole
 * @param attributesEtag the ETag of what is said about the course as a whole
 */
record DraftView(
        CourseId courseId,
        GroupId groupId,
        int revision,
        String attributesEtag,
        String digest,
        DraftState state,
        @Nullable Integer publishedVersion,
        Instant savedAt,
        PersonId savedBy,
        String title,
        String summary,
        String level,
        List<String> tags,
        @Nullable String language,
        @Nullable FileId coverId,
        List<String> instructors,
        List<String> objectives,
        @Nullable String audience,
        List<SectionView> sections) {

    /** @param etag good for this section only, its lessons left out */
    record SectionView(SectionId id, String title, String etag, List<LessonView> lessons) {

        static SectionView of(CourseContent.SectionContent section, Map<UUID, Integer> changedIn) {
            return new SectionView(
                    section.id(),
                    section.title(),
                    tag(section.id(), changedIn),
                    section.lessons().stream()
                            .map(lesson -> LessonView.of(lesson, changedIn))
                            .toList());
        }
    }

    /** @param etag good for this lesson only */
    record LessonView(
            LessonId id,
            String title,
            LessonKind kind,
            boolean required,
            String etag,
            @Nullable VideoId videoId,
            @Nullable String text,
            @Nullable FileId documentId) {

        static LessonView of(LessonContent lesson, Map<UUID, Integer> changedIn) {
            var form = LessonForm.of(lesson);
            return new LessonView(
                    lesson.id(),
                    form.title(),
                    form.kind(),
                    lesson.mustBeCompleted(),
                    tag(lesson.id(), changedIn),
                    form.videoId(),
                    form.text(),
                    form.documentId());
        }
    }

    static DraftView of(CourseDraft draft, Map<UUID, Integer> changedIn) {
        var content = draft.content();
        return new DraftView(
                draft.courseId(),
                draft.groupId(),
                draft.revision(),
                tag(draft.courseId(), changedIn),
                draft.digest(),
                draft.state(),
                draft.publishedVersion(),
                draft.savedAt(),
                draft.savedBy(),
                content.title(),
                content.summary(),
                content.level(),
                content.tags(),
                content.language(),
                content.coverId(),
                content.instructors(),
                content.objectives(),
                content.audience(),
                content.sections().stream()
                        .map(section -> SectionView.of(section, changedIn))
                        .toList());
    }

    static String tag(Id part, Map<UUID, Integer> changedIn) {
        return PartTag.of(part.value(), changedIn.getOrDefault(part.value(), 1));
    }
}
