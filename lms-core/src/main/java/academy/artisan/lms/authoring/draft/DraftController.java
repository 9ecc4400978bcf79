package academy.artisan.lms.authoring.draft;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import academy.artisan.lms.authoring.outline.PartKind;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.LearningHours;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.EntityTags;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafts as whole documents, and what they lack. */
@RestController
class DraftController {

    /** Longest reason that an author gives for a save. */
    static final int MESSAGE = 500;

    record Check(
            PartKind part,
            UUID partId,
            String title,
            String field,
            String rule,
            boolean stopsPublication,
            String message) {}

    /**
     * What a draft lacks.
     *
     * @param publishable whether nothing stops review and publication
     * @param durationSeconds as far as it is known
     * @param hours learning hours, derived from the content
     */
    record Checks(int revision, boolean publishable, int durationSeconds, BigDecimal hours, List<Check> items) {}

    private final Drafting drafting;
    private final MessageSource messages;

    DraftController(Drafting drafting, MessageSource messages) {
        this.drafting = drafting;
        this.messages = messages;
    }

    @PostMapping("/api/v1/groups/{groupId}/courses")
    ResponseEntity<DraftView> create(
            Caller caller,
            @PathVariable GroupId groupId,
            @RequestParam(required = false) @Nullable @Size(max = MESSAGE) String message,
            @Valid @RequestBody AttributesForm course) {
        var draft = drafting.create(caller, groupId, course.toAttributes(), message);
        return ResponseEntity.created(URI.create("/api/v1/courses/%s/draft".formatted(draft.courseId())))
                .eTag(EntityTags.of(draft.revision()))
                .body(view(draft));
    }

    @GetMapping("/api/v1/courses/{courseId}/draft")
    ResponseEntity<DraftView> read(Caller caller, @PathVariable CourseId courseId) {
        return respond(drafting.read(caller, courseId));
    }

    @PutMapping("/api/v1/courses/{courseId}/draft")
    ResponseEntity<DraftView> save(
            Caller caller,
            @PathVariable CourseId courseId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable @Size(max = MESSAGE) String message,
            @Valid @RequestBody Outline outline) {
        return respond(drafting.save(caller, courseId, EntityTags.revisionIn(ifMatch), outline, message));
    }

    @GetMapping("/api/v1/courses/{courseId}/draft/checks")
    Checks checks(Caller caller, @PathVariable CourseId courseId, Locale locale) {
        var draft = drafting.read(caller, courseId);
        var items = drafting.findings(draft).stream()
                .map(finding -> check(finding, locale))
                .toList();
        var seconds = drafting.knownSeconds(draft);
        return new Checks(
                draft.revision(),
                items.stream().noneMatch(Check::stopsPublication),
                seconds,
                LearningHours.of(seconds),
                items);
    }

    private Check check(Finding finding, Locale locale) {
        return new Check(
                finding.kind(),
                finding.partId(),
                finding.title(),
                finding.field(),
                finding.rule(),
                finding.stops(),
                messages.getMessage("rule." + finding.rule(), finding.details().toArray(), locale));
    }

    private ResponseEntity<DraftView> respond(CourseDraft draft) {
        return ResponseEntity.ok().eTag(EntityTags.of(draft.revision())).body(view(draft));
    }

    private DraftView view(CourseDraft draft) {
        return DraftView.of(draft, drafting.changedIn(draft));
    }
}
