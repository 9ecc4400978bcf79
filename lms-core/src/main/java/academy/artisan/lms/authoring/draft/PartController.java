package academy.artisan.lms.authoring.draft;

import java.util.UUID;

import academy.artisan.lms.authoring.outline.Edit;
import academy.artisan.lms.authoring.outline.Part;
import academy.artisan.lms.authoring.outline.Place;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/**
 * What is said about the course as a whole, and the order of its parts. Every part has an ETag of its own, so that
 * people who work on different parts do not collide; a move overwrites nothing and needs none.
 */
@RestController
@RequestMapping("/api/v1/courses/{courseId}/draft")
class PartController {

    static final String MERGE_PATCH = "application/merge-patch+json";

    /** @param to with {@code after} null for the first place */
    record Moving(@NotNull UUID partId, @NotNull Place to) {}

    private final Drafting drafting;
    private final MergePatch patches;

    PartController(Drafting drafting, MergePatch patches) {
        this.drafting = drafting;
        this.patches = patches;
    }

    @GetMapping("/attributes")
    ResponseEntity<AttributesForm> attributes(Caller caller, @PathVariable CourseId courseId) {
        var draft = drafting.read(caller, courseId);
        return ResponseEntity.ok()
                .eTag(DraftView.tag(courseId, drafting.changedIn(draft)))
                .body(AttributesForm.of(draft.content().attributes()));
    }

    @PatchMapping(
            path = "/attributes",
            consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<SavedDraft> patch(
            Caller caller,
            @PathVariable CourseId courseId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable @Size(max = DraftController.MESSAGE) String message,
            @RequestBody JsonNode patch) {
        var seen = Seen.of(PartTag.revisionIn(ifMatch, courseId.value()), courseId.value());
        var draft = drafting.edit(
                caller,
                courseId,
                ignored -> seen,
                content -> {
                    var form = AttributesForm.of(content.attributes());
                    var patched = patches.apply(patch, form, AttributesForm.class);
                    return new Edit.Replace(new Part.Course(patched.toAttributes()));
                },
                message);
        return SavedDraft.answer(courseId.value(), draft);
    }

    @PostMapping("/moves")
    ResponseEntity<SavedDraft> move(
            Caller caller,
            @PathVariable CourseId courseId,
            @RequestParam(required = false) @Nullable @Size(max = DraftController.MESSAGE) String message,
            @Valid @RequestBody Moving moving) {
        var draft = drafting.edit(
                caller,
                courseId,
                ignored -> Seen.nothing(),
                ignored -> new Edit.Move(moving.partId(), moving.to()),
                message);
        return SavedDraft.answer(moving.partId(), draft);
    }
}
