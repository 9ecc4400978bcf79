package academy.artisan.lms.authoring.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.EntityTags;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every saved revision of a draft: who, when, why and what; and the way back. */
@RestController
@RequestMapping("/api/v1/courses/{courseId}/revisions")
class HistoryController {

    /** @param changes how many parts were ADDED, REMOVED, MOVED and EDITED against the revision before */
    record RevisionLine(
            int revision,
            Instant savedAt,
            PersonId savedBy,
            String savedByName,
            @Nullable String message,
            Map<Change.Type, Integer> changes) {}

    record RevisionContent(int revision, String digest, CourseContent content) {}

    /** Either a saved revision or a published version. */
    record Reversion(
            @Nullable @Min(1) Integer revision,
            @Nullable @Min(1) Integer version) {

        Snapshot to() {
            if (revision != null && version == null) {
                return new Snapshot.OfRevision(revision);
            }
            if (version != null && revision == null) {
                return new Snapshot.OfVersion(version);
            }
            throw new InvalidFields("revision", "Snapshot", "either a revision or a version is needed");
        }
    }

    /** @param from what is compared, as {@code revision 3} or {@code version 1} */
    record Comparison(String from, String to, List<Change> changes) {}

    private final History history;
    private final Drafting drafting;

    HistoryController(History history, Drafting drafting) {
        this.history = history;
        this.drafting = drafting;
    }

    @GetMapping
    Page<RevisionLine> revisions(
            Caller caller,
            @PathVariable CourseId courseId,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var page = history.revisions(caller, courseId, after, limit);
        var names = history.namesOf(page.items());
        var lines = page.items().stream()
                .map(revision -> new RevisionLine(
                        revision.revision(),
                        revision.savedAt(),
                        revision.savedBy(),
                        names.getOrDefault(revision.savedBy(), ""),
                        revision.message(),
                        revision.changes()))
                .toList();
        return new Page<>(lines, page.next());
    }

    @GetMapping("/{revision}")
    RevisionContent revision(Caller caller, @PathVariable CourseId courseId, @PathVariable int revision) {
        var content = history.content(caller, courseId, new Snapshot.OfRevision(revision));
        return new RevisionContent(revision, content.digest(), content);
    }

    /** Compares any two revisions or published versions; {@code v2} is version 2. */
    @GetMapping("/differences")
    Comparison compare(
            Caller caller, @PathVariable CourseId courseId, @RequestParam String from, @RequestParam String to) {
        var before = Snapshot.of("from", from);
        var after = Snapshot.of("to", to);
        return new Comparison(
                before.toString(),
                after.toString(),
                history.difference(caller, courseId, before, after).changes());
    }

    /** Makes an earlier revision, or a published version, the newest; what came after it stays in the history. */
    @PostMapping("/reversions")
    ResponseEntity<DraftView> revert(
            Caller caller,
            @PathVariable CourseId courseId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable @Size(max = DraftController.MESSAGE) String message,
            @Valid @RequestBody Reversion reversion) {
        var draft = drafting.revert(caller, courseId, EntityTags.revisionIn(ifMatch), reversion.to(), message);
        return ResponseEntity.ok()
                .eTag(EntityTags.of(draft.revision()))
                .body(DraftView.of(draft, drafting.changedIn(draft)));
    }
}
