package academy.artisan.lms.authoring.exchange;

import java.util.UUID;

import academy.artisan.lms.authoring.archive.PortableMedia.Kind;

/** Where things stand in an archive. */
final class Paths {

    static final String MANIFEST = "manifest.json";
    static final String DRAFT = "draft.json";

    private Paths() {}

    static String version(int number) {
        return "versions/%d.json".formatted(number);
    }

    static String facts(int number) {
        return "versions/%d.facts.json".formatted(number);
    }

    static String media(Manifest.Media media) {
        return media.kind() == Kind.FILE ? "media/files/%s".formatted(media.id()) : source(media.id());
    }

    static String source(UUID videoId) {
        return "media/videos/%s/source".formatted(videoId);
    }

    static String captions(Manifest.Captions captions) {
        return "media/videos/%s/captions/%s.vtt".formatted(captions.videoId(), captions.language());
    }
}
