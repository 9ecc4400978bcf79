package academy.artisan.lms.media.captions;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.PortableCaptions;
import academy.artisan.lms.authoring.archive.PortableMedia.Refused;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.course.VideoLibrary;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.InvalidFields;
import org.springframework.stereotype.Component;

/** Captions in archives of courses: what comes in is read as if it had been uploaded, and is never put over others. */
@Component
class ArchivedCaptions implements PortableCaptions {

    private final StoredCaptions stored;
    private final Captions captions;
    private final VideoLibrary videos;

    ArchivedCaptions(StoredCaptions stored, Captions captions, VideoLibrary videos) {
        this.stored = stored;
        this.captions = captions;
        this.videos = videos;
    }

    @Override
    public List<Item> find(Collection<UUID> videoIds) {
        return stored.items(videoIds);
    }

    @Override
    public long sizeBytes(Collection<UUID> videoIds) {
        return stored.sizeBytes(videoIds);
    }

    @Override
    public Optional<String> text(Item item) {
        return stored.text(new VideoId(item.videoId()), item.language());
    }

    @Override
    public Optional<Refused> refusal(Item item, String text) {
        try {
            Captions.checkLabel(item.label());
            if (!CaptionLanguage.of(item.language()).tag().equals(item.language())) {
                return refused("captions-named");
            }
            normalise(text);
            return Optional.empty();
        } catch (InvalidFields unnamed) {
            return refused("captions-named");
        } catch (CaptionsRefused unreadable) {
            return refused("captions");
        }
    }

    @Override
    public Optional<Refused> add(Item item, String text, GroupId groupId, PersonId by) {
        var videoId = new VideoId(item.videoId());
        var video = videos.hold(List.of(videoId)).get(videoId);
        if (video == null || !video.groupId().equals(groupId)) {
            return Optional.empty();
        }
        return captions.addMissing(by, video, CaptionLanguage.of(item.language()), item.label(), normalise(text))
                ? Optional.empty()
                : refused("captions-many");
    }

    /** Whatever the length of the video, which is not known before it is processed here. */
    private static WebVtt normalise(String text) {
        return WebVtt.normalise(text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Optional<Refused> refused(String reason) {
        return Optional.of(new Refused("archive-media." + reason));
    }
}
