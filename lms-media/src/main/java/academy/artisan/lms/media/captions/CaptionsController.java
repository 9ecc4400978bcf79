package academy.artisan.lms.media.captions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Captions as authors work on them: a file goes up as it is, and comes back as WebVTT. */
@RestController
@RequestMapping("/api/v1/videos/{videoId}/captions")
class CaptionsController {

    private static final MediaType WEB_VTT = new MediaType("text", "vtt", StandardCharsets.UTF_8);

    record CaptionView(String language, String label, int cues, String sha256, PersonId changedBy, Instant changedAt) {

        static CaptionView of(Caption caption) {
            return new CaptionView(
                    caption.language(),
                    caption.label(),
                    caption.cues(),
                    caption.sha256(),
                    caption.changedBy(),
                    caption.changedAt());
        }
    }

    record CaptionList(List<CaptionView> items) {}

    private final Captions captions;

    CaptionsController(Captions captions) {
        this.captions = captions;
    }

    /** 201 for the first of a language, 200 for what takes its place. */
    @PutMapping(
            path = "/{language}",
            consumes = {"text/vtt", "application/x-subrip", "text/plain", "application/octet-stream"})
    ResponseEntity<CaptionView> write(
            Caller caller,
            @PathVariable VideoId videoId,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable String label,
            @RequestBody byte[] file) {
        var written = captions.write(caller, videoId, language, label, file);
        return ResponseEntity.status(written.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(CaptionView.of(written.caption()));
    }

    @GetMapping
    CaptionList list(Caller caller, @PathVariable VideoId videoId) {
        return new CaptionList(
                captions.list(caller, videoId).stream().map(CaptionView::of).toList());
    }

    @GetMapping(path = "/{language}")
    ResponseEntity<String> read(Caller caller, @PathVariable VideoId videoId, @PathVariable String language) {
        return ResponseEntity.ok().contentType(WEB_VTT).body(captions.text(caller, videoId, language));
    }

    @DeleteMapping("/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable VideoId videoId, @PathVariable String language) {
        captions.remove(caller, videoId, language);
    }
}
