package academy.artisan.lms.authoring.draft;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.outline.Edit;
import academy.artisan.lms.authoring.outline.Part;
import academy.artisan.lms.course.CourseContent.SectionContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.EntityTags;
import academy.artisan.lms.support.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Sections of a draft one by one. */
@RestController
@RequestMapping("/api/v1/courses/{courseId}/draft/sections")
class SectionController {

    record SectionForm(@NotBlank @Size(max = 200) String title) {}

    private final Drafting drafting;
    private final MergePatch patches;

    SectionController(Drafting drafting, MergePatch patches) {
        this.drafting = drafting;
        this.patches = patches;
    }

    /** Adds a section after another, or first, or else at the end. */
    @PostMapping
    ResponseEntity<SavedDraft> add(
            Caller caller,
            @PathVariable CourseId courseId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "false") boolean first,
            @RequestParam(required = false) @Nullable @Size(max = DraftController.MESSAGE) String message,
            @Valid @RequestBody SectionForm section) {
        var id = SectionId.next();
        var draft = drafting.edit(
                caller,
                courseId,
                ignored -> Seen.nothing(),
                content -> new Edit.Add(
                        new Part.Section(id, section.title()),
                        NewPlace.of(
                                null,
                                after,
                                first,
                                content.sections().stream()
                                        .map(known -> known.id().value())
                                        .toList())),
                message);
        return ResponseEntity.created(URI.create("/api/v1/courses/%s/draft/sections/%s".formatted(courseId, id)))
                .eTag(PartTag.of(id.value(), draft.revision()))
                .body(SavedDraft.of(id.value(), draft));
    }

    @PatchMapping(
            path = "/{sectionId}",
            consumes = {PartController.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<SavedDraft> patch(
            Caller caller,
            @PathVariable CourseId courseId,
            @PathVariable SectionId sectionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable @Size(max = DraftController.MESSAGE) String message,
            @RequestBody JsonNode patch) {
        var draft = drafting.edit(
                caller,
                courseId,
                content -> Seen.of(
                        PartTag.revisionIn(ifMatch, sectionId.value()),
                        section(content.sections(), sectionId).id().value()),
                content -> {
                    var form = new SectionForm(
                            section(content.sections(), sectionId).title());
                    var patched = patches.apply(patch, form, SectionForm.class);
                    return new Edit.Replace(new Part.Section(sectionId, patched.title()));
                },
                message);
        return SavedDraft.answer(sectionId.value(), draft);
    }

    /** Removes a section with its lessons, if the caller has seen all of them: If-Match is the ETag of the draft. */
    @DeleteMapping("/{sectionId}")
    ResponseEntity<SavedDraft> remove(
            Caller caller,
            @PathVariable CourseId courseId,
            @PathVariable SectionId sectionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable @Size(max = DraftController.MESSAGE) String message) {
        var draft = drafting.edit(
                caller,
                courseId,
                content -> Seen.whole(EntityTags.revisionIn(ifMatch), section(content.sections(), sectionId)),
                ignored -> new Edit.RemoveSection(sectionId),
                message);
        return SavedDraft.answer(sectionId.value(), draft);
    }

    private static SectionContent section(List<SectionContent> sections, SectionId id) {
        return sections.stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("section", id));
    }
}
