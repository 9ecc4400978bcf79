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
import org.jspecify.annotations.Nullable;

/**
 * A draft as authors read it.
 *
 * @param revision the ETag of the draft
 * @param attributesRevision the ETag of what is said about the course as a whole
 */
record DraftView(
        CourseId courseId,
        GroupId groupId,
        int revision,
        int attributesRevision,
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

    /** @param revision the ETag of the section */
    record SectionView(SectionId id, String title, int revision, List<LessonView> lessons) {

        static SectionView of(CourseContent.SectionContent section, Map<UUID, Integer> changedIn) {
            return new SectionView(
                    section.id(),
                    section.title(),
                    changedIn.getOrDefault(section.id().value(), 1),
                    section.lessons().stream()
                            .map(lesson -> LessonView.of(lesson, changedIn))
                            .toList());
        }
    }

    /** @param revision the ETag of the lesson */
    record LessonView(
            LessonId id,
            String title,
            LessonKind kind,
            boolean required,
            int revision,
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
                    changedIn.getOrDefault(lesson.id().value(), 1),
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
                changedIn.getOrDefault(draft.courseId().value(), 1),
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
}
