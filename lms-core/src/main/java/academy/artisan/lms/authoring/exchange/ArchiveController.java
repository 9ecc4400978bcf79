package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import academy.artisan.lms.authoring.archive.ArchiveDownloads;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ArchiveController {

    /** @param media true: without media an archive is answered at once, by GET */
    record NewArchive(@NotNull @AssertTrue Boolean media) {}

    /**
     * An archive with media.
     *
     * @param url from which it is saved, until it expires; once it is ready
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArchiveView(
            ArchiveId archiveId,
            CourseId courseId,
            ArchiveState state,
            int progressPercent,
            @Nullable Long sizeBytes,
            @Nullable String url,
            Instant expiresAt) {}

    private final Exporting exporting;
    private final ArchiveDownloads downloads;
    private final Clock clock;

    ArchiveController(Exporting exporting, ArchiveDownloads downloads, Clock clock) {
        this.exporting = exporting;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** Draft and versions, as one zip. */
    @GetMapping(path = "/api/v1/courses/{courseId}/archive", produces = "application/zip")
    ResponseEntity<Resource> archive(Caller caller, @PathVariable CourseId courseId) throws IOException {
        var exported = exporting.export(caller, courseId);
        var saved = ContentDisposition.attachment()
                .filename(ArchiveNames.of(exported.title()), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .contentLength(Files.size(exported.file()))
                .body(new InputStreamResource(
                        Files.newInputStream(exported.file(), StandardOpenOption.DELETE_ON_CLOSE)));
    }

    @PostMapping("/api/v1/courses/{courseId}/archives")
    ResponseEntity<ArchiveView> begin(
            Caller caller, @PathVariable CourseId courseId, @Valid @RequestBody NewArchive wanted) {
        var archive = exporting.begin(caller, courseId);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/courses/%s/archives/%s".formatted(courseId, archive.archiveId())))
                .body(view(archive));
    }

    @GetMapping("/api/v1/courses/{courseId}/archives/{archiveId}")
    ArchiveView made(Caller caller, @PathVariable CourseId courseId, @PathVariable ArchiveId archiveId) {
        return view(exporting.get(caller, courseId, archiveId));
    }

    private ArchiveView view(MadeArchive archive) {
        return new ArchiveView(
                archive.archiveId(),
                archive.courseId(),
                archive.state(),
                archive.progressPercent(),
                archive.sizeBytes(),
                archive.state() == ArchiveState.READY ? url(archive) : null,
                archive.expiresAt());
    }

    private String url(MadeArchive archive) {
        return downloads.url(
                archive.id(), ArchiveNames.of(archive.title()), Duration.between(clock.instant(), archive.expiresAt()));
    }
}
