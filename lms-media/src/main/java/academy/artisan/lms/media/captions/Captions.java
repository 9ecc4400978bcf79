package academy.artisan.lms.media.captions;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.CaptionsChanged;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.course.VideoLibrary;
import academy.artisan.lms.course.VideoLibrary.VideoFacts;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The captions of videos. Authors of the group that owns a video write them; they can be corrected at any time. */
@Service
class Captions {

    /** What became of a file, and whether there was nothing in this language before. */
    record Written(Caption caption, boolean isNew) {}

    private static final int LARGEST_FILE = 2 << 20;
    private static final int MOST_LANGUAGES = 20;
    private static final int LONGEST_LABEL = 60;

    private final StoredCaptions stored;
    private final VideoLibrary videos;
    private final TeachingGroups groups;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    Captions(
            StoredCaptions stored,
            VideoLibrary videos,
            TeachingGroups groups,
            AuditTrail trail,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.stored = stored;
        this.videos = videos;
        this.groups = groups;
        this.trail = trail;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a file in place of what is there in this language; the same once more changes nothing.
     *
     * @param label what a player calls it; null for what it is called already, or the language's own name
     * @throws CaptionsRefused if the file cannot be read
     */
    Written write(Caller caller, VideoId videoId, String languageTag, @Nullable String label, byte[] file) {
        var video = writable(caller, videoId);
        var language = CaptionLanguage.of(languageTag);
        if (label != null) {
            checkLabel(label);
        }
        if (file.length > LARGEST_FILE) {
            throw new CaptionsTooLarge(LARGEST_FILE);
        }
        var webVtt = WebVtt.normalise(file, video.length());
        return Objects.requireNonNull(transaction.execute(ignored -> save(caller, video, language, label, webVtt)));
    }

    private Written save(
            Caller caller, VideoFacts video, CaptionLanguage language, @Nullable String label, WebVtt webVtt) {
        stored.lock(video.id());
        var all = stored.of(video.id());
        var before = in(language, all);
        var called = label == null ? before.map(Caption::label).orElseGet(language::ownName) : label.strip();
        var caption = caption(caller.personId(), language, called, webVtt);
        if (before.isPresent() && before.get().isSame(caption.label(), caption.sha256())) {
            return new Written(before.get(), false);
        }
        if (before.isEmpty() && all.size() >= MOST_LANGUAGES) {
            throw new InvalidFields("language", "MostCaptions", "a video has captions in at most 20 languages");
        }
        save(video, caption, webVtt);
        return new Written(caption, before.isEmpty());
    }

    /**
     * Keeps what comes with a video, in the transaction of the caller; what is there in this language stays.
     *
     * @return whether there are captions in this language now; false if the video has too many others
     */
    boolean addMissing(PersonId by, VideoFacts video, CaptionLanguage language, String label, WebVtt webVtt) {
        stored.lock(video.id());
        var all = stored.of(video.id());
        if (in(language, all).isPresent()) {
            return true;
        }
        if (all.size() >= MOST_LANGUAGES) {
            return false;
        }
        save(video, caption(by, language, label.strip(), webVtt), webVtt);
        return true;
    }

    private static Optional<Caption> in(CaptionLanguage language, List<Caption> captions) {
        return captions.stream()
                .filter(caption -> caption.language().equals(language.tag()))
                .findFirst();
    }

    private Caption caption(PersonId by, CaptionLanguage language, String label, WebVtt webVtt) {
        var sha256 = CanonicalJson.sha256(webVtt.text());
        return new Caption(language.tag(), label, webVtt.cues().size(), sha256, by, clock.instant());
    }

    private void save(VideoFacts video, Caption caption, WebVtt webVtt) {
        stored.save(video.id(), caption, webVtt.text());
        note(
                caption.changedBy(),
                video,
                caption.language(),
                "caption-saved",
                Map.of("label", caption.label(), "cues", caption.cues(), "sha256", caption.sha256()));
    }

    void remove(Caller caller, VideoId videoId, String languageTag) {
        var video = writable(caller, videoId);
        var language = CaptionLanguage.of(languageTag).tag();
        transaction.executeWithoutResult(ignored -> {
            stored.lock(videoId);
            if (!stored.remove(videoId, language)) {
                throw new NotFound("caption", language);
            }
            note(caller.personId(), video, language, "caption-removed", Map.of());
        });
    }

    private void note(PersonId by, VideoFacts video, String language, String action, Map<String, Object> details) {
        var subject = Subject.of("video", video.id(), video.groupId());
        var all = new java.util.HashMap<>(details);
        all.put("language", language);
        trail.record(by, action, subject, all);
        events.publishEvent(CaptionsChanged.of(video.id(), language));
    }

    List<Caption> list(Caller caller, VideoId videoId) {
        readable(caller, videoId);
        return stored.of(videoId);
    }

    String text(Caller caller, VideoId videoId, String languageTag) {
        readable(caller, videoId);
        var language = CaptionLanguage.of(languageTag).tag();
        return stored.text(videoId, language).orElseThrow(() -> new NotFound("caption", language));
    }

    static void checkLabel(String label) {
        if (label.isBlank()
                || label.strip().length() > LONGEST_LABEL
                || !label.codePoints().allMatch(CharacterReference::isText)) {
            throw new InvalidFields("label", "CaptionLabel", "is a text of at most 60 characters");
        }
    }

    private VideoFacts readable(Caller caller, VideoId videoId) {
        return Optional.ofNullable(videos.find(List.of(videoId)).get(videoId))
                .filter(video -> groups.mayRead(caller, video.groupId()))
                .orElseThrow(() -> new NotFound("video", videoId));
    }

    private VideoFacts writable(Caller caller, VideoId videoId) {
        var video = readable(caller, videoId);
        groups.requireAuthor(caller, video.groupId());
        return video;
    }
}
