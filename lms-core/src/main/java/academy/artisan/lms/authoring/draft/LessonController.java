package academy.artisan.lms.authoring.draft;

import java.net.URI;
import java.util.UUID;

import academy.artisan.lms.authoring.outline.Edit;
import academy.artisan.lms.authoring.outline.Part;
import academy.artisan.lms.authoring.outline.Place;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lessons of a draft one by one. */
@RestController
@RequestMapping("/api/v1/courses/{courseId}/draft")
class LessonController {

    private final Drafting drafting;
    private final MergePatch patches;

    LessonController(Drafting drafting, MergePatch patches) {
        this.drafting = drafting;
        this.patches = patches;
    }

    /** Adds a lesson to a section after another, or first, or else at the end. */
    @PostMapping("/sections/{sectionId}/lessons")
    ResponseEntity<SavedDraft> add(
            Caller caller,
            @PathVariable CourseId courseId,
            @PathVariable SectionId sectionId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "false") boolean first,
            @RequestParam(required = false) @Nullable @Size(max = DraftController.MESSAGE) String message,
            @Valid @RequestBody LessonForm lesson) {
        if (lesson.id() != null) {
            throw new InvalidFields("id", "Null", "is given to a new lesson by the platform");
        }
        var id = LessonId.next();
        var draft = drafting.edit(
                caller,
                courseId,
                ignored -> Seen.nothing(),
                content -> new Edit.Add(new Part.Lesson(lesson.toContent(id)), place(content, sectionId, after, first)),
                message);
        return ResponseEntity.created(URI.create("/api/v1/courses/%s/draft/lessons/%s".formatted(courseId, id)))
                .eTag(PartTag.of(id.value(), draft.revision()))
                .body(SavedDraft.of(id.value(), draft));
    }

    @GetMapping("/lessons/{lessonId}")
    ResponseEntity<DraftView.LessonView> read(
            Caller caller, @PathVariable CourseId courseId, @PathVariable LessonId lessonId) {
        var draft = drafting.read(caller, courseId);
        var view = DraftView.LessonView.of(lesson(draft.content(), lessonId), drafting.changedIn(draft));
        return ResponseEntity.ok().eTag(view.etag()).body(view);
    }

    @PatchMapping(
            path = "/lessons/{lessonId}",
            consumes = {PartController.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<SavedDraft> patch(
            Caller caller,
            @PathVariable CourseId courseId,
            @PathVariable LessonId lessonId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable @Size(max = DraftController.MESSAGE) String message,
            @RequestBody JsonNode patch) {
        var draft = drafting.edit(
                caller,
                courseId,
                ignored -> seen(ifMatch, lessonId),
                content -> new Edit.Replace(new Part.Lesson(patched(lesson(content, lessonId), patch))),
                message);
        return SavedDraft.answer(lessonId.value(), draft);
    }

    @DeleteMapping("/lessons/{lessonId}")
    ResponseEntity<SavedDraft> remove(
            Caller caller,
            @PathVariable CourseId courseId,
            @PathVariable LessonId lessonId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable @Size(max = DraftController.MESSAGE) String message) {
        var draft = drafting.edit(
                caller,
                courseId,
                content -> seen(ifMatch, lesson(content, lessonId).id()),
                ignored -> new Edit.RemoveLesson(lessonId),
                message);
        return SavedDraft.answer(lessonId.value(), draft);
    }

    private LessonContent patched(LessonContent lesson, JsonNode patch) {
        var form = patches.apply(patch, LessonForm.of(lesson), LessonForm.class);
        if (!lesson.id().equals(form.id())) {
            throw new InvalidFields("id", "Immutable", "never changes");
        }
        return form.toContent(lesson.id());
    }

    private static Seen seen(@Nullable String ifMatch, LessonId lessonId) {
        return Seen.of(PartTag.revisionIn(ifMatch, lessonId.value()), lessonId.value());
    }

    private static LessonContent lesson(CourseContent content, LessonId id) {
        return content.lessons()
                .filter(lesson -> lesson.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("lesson", id));
    }

    private static Place place(CourseContent content, SectionId sectionId, @Nullable UUID after, boolean isFirst) {
        var section = content.sections().stream()
                .filter(known -> known.id().equals(sectionId))
                .findFirst()
                .orElseThrow(() -> new NotFound("section", sectionId));
        return NewPlace.of(
                sectionId,
                after,
                isFirst,
                section.lessons().stream().map(lesson -> lesson.id().value()).toList());
    }
}
