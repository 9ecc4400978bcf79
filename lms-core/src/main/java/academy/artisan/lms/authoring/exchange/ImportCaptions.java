package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.util.Optional;

import academy.artisan.lms.authoring.archive.PortableCaptions;
import academy.artisan.lms.authoring.archive.PortableMedia.Refused;
import org.springframework.stereotype.Component;

/** Takes captions in with their videos. They are read twice, so that never more than one of them is held in memory. */
@Component
class ImportCaptions {

    private final PortableCaptions captions;

    ImportCaptions(PortableCaptions captions) {
        this.captions = captions;
    }

    /** Checks those of a video. */
    void check(Manifest.Media video, Archive archive, ArchiveFile file) throws IOException, Unacceptable {
        for (var caption : archive.manifest().captions()) {
            if (caption.videoId().equals(video.id())) {
                var entry = archive.entry(Paths.captions(caption));
                require(entry, captions.refusal(caption.item(), file.text(entry)));
            }
        }
    }

    /** Adds those that are missing here. */
    void add(Import found, Archive archive, ArchiveFile file, ReceivedMedia received) throws IOException, Unacceptable {
        for (var caption : archive.manifest().captions()) {
            if (received.has(caption.videoId())) {
                var entry = archive.entry(Paths.captions(caption));
                require(entry, captions.add(caption.item(), file.text(entry), found.groupId(), found.by()));
            }
        }
    }

    private static void require(Manifest.Entry entry, Optional<Refused> refused) throws Unacceptable {
        if (refused.isPresent()) {
            throw new Unacceptable(
                    Flaw.of("media-refused", entry.path(), refused.get().reason()));
        }
    }
}
