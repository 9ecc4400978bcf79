package academy.artisan.lms.media.files;

import java.net.URI;
import java.util.Locale;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.FileLibrary.FileType;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.media.files.FileUploads.UploadAddress;
import academy.artisan.lms.media.inspection.Refusal;
import academy.artisan.lms.support.NotFound;
import academy.artisan.lms.support.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** Documents and pictures of a teaching group. */
@RestController
class FilesController {

    record NewFile(
            @NotNull GroupId groupId,
            @NotBlank @Size(max = 200) String fileName,
            @NotNull @Positive Long sizeBytes) {}

    record Failure(String code, String message) {}

    /**
     * A file as authors see it.
     *
     * @param url from which it is read for some hours; once it is ready
     * @param readingTimeSeconds of a document
     * @param refusal why it cannot be used
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileView(
            FileId fileId,
            GroupId groupId,
            String fileName,
            FileType type,
            long sizeBytes,
            FileState state,
            @Nullable Integer pages,
            @Nullable Integer readingTimeSeconds,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String sha256,
            @Nullable String url,
            @Nullable Failure refusal) {}

    private final FileUploads uploads;
    private final StoredFiles files;
    private final StoredFileLibrary library;
    private final TeachingGroups groups;
    private final MessageSource messages;

    FilesController(
            FileUploads uploads,
            StoredFiles files,
            StoredFileLibrary library,
            TeachingGroups groups,
            MessageSource messages) {
        this.uploads = uploads;
        this.files = files;
        this.library = library;
        this.groups = groups;
        this.messages = messages;
    }

    @PostMapping("/api/v1/files")
    ResponseEntity<UploadAddress> begin(Caller caller, @Valid @RequestBody NewFile file) {
        var upload = uploads.begin(caller, file.groupId(), file.fileName().strip(), file.sizeBytes());
        return ResponseEntity.created(URI.create("/api/v1/files/" + upload.fileId()))
                .body(upload);
    }

    @PostMapping("/api/v1/files/{fileId}/completion")
    FileView complete(Caller caller, @PathVariable FileId fileId, Locale locale) {
        return view(uploads.complete(caller, fileId), locale);
    }

    @GetMapping("/api/v1/files/{fileId}")
    FileView file(Caller caller, @PathVariable FileId fileId, Locale locale) {
        return view(uploads.get(caller, fileId), locale);
    }

    @DeleteMapping("/api/v1/files/{fileId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable FileId fileId) {
        uploads.remove(caller, fileId);
    }

    /** The files that can be used, newest first. */
    @GetMapping("/api/v1/groups/{groupId}/files")
    Page<FileView> files(
            Caller caller,
            @PathVariable GroupId groupId,
            @RequestParam(required = false) @Nullable FileType type,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable FileId after,
            Locale locale) {
        if (!groups.mayRead(caller, groupId)) {
            throw new NotFound("teaching group", groupId);
        }
        var rows = files.ready(groupId, type, after, limit + 1).stream()
                .map(file -> view(file, locale))
                .toList();
        return Page.cut(rows, limit, file -> file.fileId().toString());
    }

    private FileView view(StoredFile file, Locale locale) {
        return new FileView(
                file.fileId(),
                file.groupId(),
                file.name(),
                file.type(),
                file.sizeBytes(),
                file.state(),
                file.pages(),
                file.readingSeconds(),
                file.width(),
                file.height(),
                file.sha256(),
                file.isReady() ? library.url(file) : null,
                file.refusal() == null ? null : failure(file.refusal(), locale));
    }

    private Failure failure(Refusal refusal, Locale locale) {
        return new Failure(refusal.code(), messages.getMessage("file-refusal." + refusal.code(), null, locale));
    }
}
