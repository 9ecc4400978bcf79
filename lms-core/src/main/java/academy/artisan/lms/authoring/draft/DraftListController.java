package academy.artisan.lms.authoring.draft;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.EntityTags;
import academy.artisan.lms.support.NotFound;
import academy.artisan.lms.support.Page;
import academy.artisan.lms.support.TimeCursor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The courses of a group; copies, deletion and restoration. */
@RestController
class DraftListController {

    record Line(
            CourseId courseId,
            String title,
            String level,
            List<String> tags,
            DraftState state,
            int revision,
            @Nullable Integer publishedVersion,
            Instant createdAt,
            Instant savedAt,
            PersonId savedBy,
            String savedByName,
            @Nullable Instant deletedAt) {}

    /** @param version null for the draft */
    record CopyOf(
            @NotNull CourseId courseId, @Nullable @Min(1) Integer version) {}

    private final TeachingGroups groups;
    private final DraftLists lists;
    private final Copying copying;
    private final Deletion deletion;
    private final People people;

    DraftListController(TeachingGroups groups, DraftLists lists, Copying copying, Deletion deletion, People people) {
        this.groups = groups;
        this.lists = lists;
        this.copying = copying;
        this.deletion = deletion;
        this.people = people;
    }

    @GetMapping("/api/v1/groups/{groupId}/courses")
    Page<Line> courses(
            Caller caller,
            @PathVariable GroupId groupId,
            @RequestParam(required = false) @Nullable DraftState state,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable @Size(max = 50) String tag,
            @RequestParam(required = false) @Nullable @Size(max = 50) String level,
            @RequestParam(required = false) @Nullable PersonId editor,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        if (!groups.mayRead(caller, groupId)) {
            throw new NotFound("teaching group", groupId);
        }
        var filter = new DraftFilter(state, q, tag, level, editor, deleted);
        var page = lists.page(groupId, filter, TimeCursor.decode(after), limit);
        var names = people.names(
                page.items().stream().map(DraftLine::savedBy).distinct().toList());
        return new Page<>(
                page.items().stream()
                        .map(line -> line(line, names.getOrDefault(line.savedBy(), "")))
                        .toList(),
                page.next());
    }

    @PostMapping("/api/v1/groups/{groupId}/courses/copies")
    ResponseEntity<DraftView> copy(Caller caller, @PathVariable GroupId groupId, @Valid @RequestBody CopyOf original) {
        var draft = copying.copy(caller, groupId, original.courseId(), original.version());
        return ResponseEntity.created(URI.create("/api/v1/courses/%s/draft".formatted(draft.courseId())))
                .eTag(EntityTags.of(draft.revision()))
                .body(DraftView.of(draft, Map.of()));
    }

    @DeleteMapping("/api/v1/courses/{courseId}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable CourseId courseId) {
        deletion.delete(caller, courseId);
    }

    @PostMapping("/api/v1/courses/{courseId}/draft/restoration")
    SavedDraft restore(Caller caller, @PathVariable CourseId courseId) {
        return SavedDraft.of(courseId.value(), deletion.restore(caller, courseId));
    }

    private static Line line(DraftLine line, String savedByName) {
        return new Line(
                line.courseId(),
                line.title(),
                line.level(),
                line.tags(),
                line.state(),
                line.revision(),
                line.publishedVersion(),
                line.createdAt(),
                line.savedAt(),
                line.savedBy(),
                savedByName,
                line.deletedAt());
    }
}
