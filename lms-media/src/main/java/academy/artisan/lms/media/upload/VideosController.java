package academy.artisan.lms.media.upload;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.upload.VideoUploads.Begun;
import academy.artisan.lms.media.upload.VideoUploads.Known;
import academy.artisan.lms.support.NotFound;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/videos")
class VideosController {

    private static final Duration POSTER_VALID_FOR = Duration.ofHours(1);

    record NewVideo(
            @NotNull GroupId groupId,

            @NotBlank @Size(max = 255) @Pattern(regexp = "\\P{Cntrl}*") String fileName,

            @NotNull @Positive Long sizeBytes,

            @Nullable @Pattern(regexp = "[0-9a-fA-F]{64}") String sha256) {}

    /** Where a video stands that is to be uploaded; the size of parts is left out when there is nothing to upload. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UploadView(
            VideoId videoId, VideoState state, @Nullable Long partSizeBytes, List<PartStatus> parts) {}

    record Part(
            @NotNull @Min(1) @Max(PartPlan.MOST_PARTS) Integer number,
            @NotBlank @Size(max = 100) String etag) {}

    /** Without parts those count that the store holds. */
    record Completion(
            @Nullable @Size(min = 1, max = PartPlan.MOST_PARTS) List<@NotNull @Valid Part> parts) {}

    record Failure(String code, String message) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VideoView(
            VideoId videoId,
            String fileName,
            VideoState state,
            @Nullable Boolean held,
            int progressPercent,
            @Nullable Double durationSeconds,
            List<VideoStatus.Rendition> renditions,
            @Nullable String posterUrl,
            @Nullable Failure failure) {}

    private final VideoUploads uploads;
    private final VideoRemoval removal;
    private final VideoStatuses statuses;
    private final TeachingGroups groups;
    private final ObjectStore store;
    private final MessageSource messages;

    VideosController(
            VideoUploads uploads,
            VideoRemoval removal,
            VideoStatuses statuses,
            TeachingGroups groups,
            ObjectStore store,
            MessageSource messages) {
        this.uploads = uploads;
        this.removal = removal;
        this.statuses = statuses;
        this.groups = groups;
        this.store = store;
        this.messages = messages;
    }

    @PostMapping
    ResponseEntity<UploadView> begin(Caller caller, @Valid @RequestBody NewVideo video) {
        var sha256 = video.sha256() == null ? null : video.sha256().toLowerCase(Locale.ROOT);
        var wanted = new VideoUploads.NewVideo(video.groupId(), video.fileName(), video.sizeBytes(), sha256);
        return switch (uploads.begin(caller, wanted)) {
            case Begun begun -> ResponseEntity.created(location(begun)).body(view(begun));
            case Known(var known) -> ResponseEntity.ok(new UploadView(known.videoId(), known.state(), null, List.of()));
        };
    }

    /** What has arrived, and fresh addresses for what has not. */
    @GetMapping("/{videoId}/parts")
    UploadView parts(Caller caller, @PathVariable VideoId videoId) {
        return view(uploads.resume(caller, videoId));
    }

    @PostMapping("/{videoId}/completion")
    @ResponseStatus(HttpStatus.ACCEPTED)
    VideoView complete(
            Caller caller,
            @PathVariable VideoId videoId,
            @Nullable @Valid @RequestBody(required = false) Completion completion,
            Locale locale) {
        uploads.complete(caller, videoId, completion == null ? null : named(completion.parts()));
        return video(caller, videoId, locale);
    }

    private static @Nullable List<UploadedPart> named(@Nullable List<Part> parts) {
        return parts == null
                ? null
                : parts.stream()
                        .map(part -> new UploadedPart(part.number(), part.etag()))
                        .toList();
    }

    @GetMapping("/{videoId}")
    VideoView video(Caller caller, @PathVariable VideoId videoId, Locale locale) {
        return statuses.find(videoId)
                .filter(status -> groups.mayRead(caller, status.groupId()))
                .map(status -> view(status, locale))
                .orElseThrow(() -> new NotFound("video", videoId));
    }

    @DeleteMapping("/{videoId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable VideoId videoId) {
        removal.remove(caller, videoId);
    }

    private static URI location(Begun begun) {
        return URI.create("/api/v1/videos/" + begun.upload().videoId());
    }

    private static UploadView view(Begun begun) {
        var upload = begun.upload();
        return new UploadView(
                upload.videoId(), VideoState.UPLOADING, upload.plan().partSizeBytes(), begun.parts());
    }

    private VideoView view(VideoStatus status, Locale locale) {
        var length = status.lengthMillis();
        return new VideoView(
                status.videoId(),
                status.fileName(),
                status.state(),
                status.isHeld() ? true : null,
                status.progressPercent(),
                length == null ? null : length / 1000.0,
                status.renditions(),
                status.posterKey() == null
                        ? null
                        : store.signedReads(POSTER_VALID_FOR).apply(status.posterKey()),
                status.failure() == null ? null : failure(status.failure(), locale));
    }

    private Failure failure(String code, Locale locale) {
        return new Failure(code, messages.getMessage("video-failure." + code, null, locale));
    }
}
