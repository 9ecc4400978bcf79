package academy.artisan.lms.authoring.exchange;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import academy.artisan.lms.authoring.archive.ArchiveUploads.PartAddress;
import academy.artisan.lms.authoring.archive.ArchiveUploads.UploadedPart;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ImportController {

    private static final int MOST_PARTS = 10_000;

    /** @param asCopy whether it becomes a new course in any case; otherwise it keeps its ids */
    record NewImport(
            @NotBlank @Size(max = 255) String fileName,
            @NotNull @Positive Long sizeBytes,
            @Nullable Boolean asCopy) {}

    record ImportUpload(ImportId importId, long partSizeBytes, List<PartAddress> parts) {}

    record ImportPart(
            @NotNull @Min(1) @Max(MOST_PARTS) Integer number,
            @NotBlank @Size(max = 100) String etag) {}

    record ImportCompletion(
            @NotEmpty @Size(max = MOST_PARTS) List<@NotNull @Valid ImportPart> parts) {}

    record ImportProblem(String code, @Nullable String subject, String message) {}

    /**
     * What becomes of an archive.
     *
     * @param courseId once it is done
     * @param problems why it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportView(
            ImportId importId,
            GroupId groupId,
            String fileName,
            ImportState state,
            int progressPercent,
            @Nullable CourseId courseId,
            List<ImportProblem> problems) {}

    private final Importing importing;
    private final MessageSource messages;

    ImportController(Importing importing, MessageSource messages) {
        this.importing = importing;
        this.messages = messages;
    }

    @PostMapping("/api/v1/groups/{groupId}/imports")
    ResponseEntity<ImportUpload> begin(
            Caller caller, @PathVariable GroupId groupId, @Valid @RequestBody NewImport wanted) {
        var begun = importing.begin(
                caller, groupId, wanted.fileName().strip(), wanted.sizeBytes(), Boolean.TRUE.equals(wanted.asCopy()));
        return ResponseEntity.created(URI.create("/api/v1/imports/" + begun.importId()))
                .body(upload(begun));
    }

    /** Fresh addresses for the parts of an upload that takes longer than the first ones are valid. */
    @GetMapping("/api/v1/imports/{importId}/parts")
    ImportUpload parts(Caller caller, @PathVariable ImportId importId) {
        return upload(importing.open(caller, importId));
    }

    @PostMapping("/api/v1/imports/{importId}/completion")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView complete(
            Caller caller,
            @PathVariable ImportId importId,
            @Valid @RequestBody ImportCompletion completion,
            Locale locale) {
        var parts = completion.parts().stream()
                .map(part -> new UploadedPart(part.number(), part.etag()))
                .toList();
        return view(importing.complete(caller, importId, parts), locale);
    }

    @GetMapping("/api/v1/imports/{importId}")
    ImportView state(Caller caller, @PathVariable ImportId importId, Locale locale) {
        return view(importing.get(caller, importId), locale);
    }

    private ImportUpload upload(Import begun) {
        return new ImportUpload(begun.importId(), begun.upload().partSizeBytes(), importing.addresses(begun));
    }

    private ImportView view(Import found, Locale locale) {
        return new ImportView(
                found.importId(),
                found.groupId(),
                found.fileName(),
                found.state(),
                found.progressPercent(),
                found.courseId(),
                found.flaws().stream()
                        .map(flaw -> new ImportProblem(flaw.code(), flaw.subject(), flaw.text(messages, locale)))
                        .toList());
    }
}
