package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.PortableMedia.Arrival;
import academy.artisan.lms.authoring.archive.PortableMedia.Known;
import academy.artisan.lms.authoring.archive.PortableMedia.Received;
import academy.artisan.lms.authoring.archive.PortableMedia.Refused;
import academy.artisan.lms.authoring.draft.CarriedDrafts;
import academy.artisan.lms.course.CarriedVersions;
import academy.artisan.lms.course.CourseViewers;
import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.FileLibrary;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.course.VideoLibrary;
import org.springframework.stereotype.Component;

/** Takes media in, and knows which media of others a course that comes in may show. */
@Component
class ImportMedia {

    private final CarriedMedia media;
    private final ImportCaptions captions;
    private final Imports imports;
    private final FileLibrary files;
    private final VideoLibrary videos;
    private final CarriedDrafts drafts;
    private final CarriedVersions versions;
    private final CourseViewers viewers;

    ImportMedia(
            CarriedMedia media,
            ImportCaptions captions,
            Imports imports,
            FileLibrary files,
            VideoLibrary videos,
            CarriedDrafts drafts,
            CarriedVersions versions,
            CourseViewers viewers) {
        this.media = media;
        this.captions = captions;
        this.imports = imports;
        this.files = files;
        this.videos = videos;
        this.drafts = drafts;
        this.versions = versions;
        this.viewers = viewers;
    }

    /** Checks these and puts those that are not here yet into the store. */
    ReceivedMedia receive(Import found, UUID run, List<Manifest.Media> wanted, Archive archive, Opened opened)
            throws IOException, Unacceptable {
        var all = ReceivedMedia.none();
        for (var one : wanted) {
            imports.progress(
                    found.importId(),
                    run,
                    20 + 70 * (all.received().size() + all.here().size()) / wanted.size());
            var entry = archive.entry(Paths.media(one));
            var content = opened.work().media();
            opened.file().copy(entry, content);
            var arrival = new Arrival(
                    one.item(entry.sizeBytes()),
                    entry.sha256(),
                    content,
                    opened.work().path(),
                    found.groupId(),
                    found.by());
            switch (media.receive(arrival)) {
                case Known ignored -> all.here().add(one.id());
                case Refused refused ->
                    throw new Unacceptable(Flaw.of("media-refused", entry.path(), refused.reason()));
                case Received received -> {
                    all.taking().add(received.taking());
                    all.received().add(one.id());
                }
            }
            Files.deleteIfExists(content);
            captions.check(one, archive, opened.file());
        }
        return all;
    }

    /** Makes what was received usable, in the transaction of the caller. */
    void take(Import found, Archive archive, ArchiveFile file, ReceivedMedia received)
            throws IOException, Unacceptable {
        received.taking().forEach(Runnable::run);
        captions.add(found, archive, file, received);
    }

    /** An archive that is being read, and where. */
    record Opened(ArchiveFile file, WorkFolder work) {}

    /** Throws away what is in the store and belongs to nobody; whoever calls holds claims on them. */
    void discard(Collection<UUID> ids) {
        ids.forEach(media::discard);
    }

    /**
     * Those that will not be the group's own and that the course shows all the same: they are not here, or the group
     * has them before it already, or who imports may copy from where they are shown. Those that are here are held.
     *
     * @throws Unacceptable if the course would show what the group may not
     */
    Set<UUID> foreign(Import found, ContentIds shown, ReceivedMedia received) throws Unacceptable {
        var groupId = found.groupId();
        var own = new HashSet<UUID>(received.received());
        var others = new HashSet<UUID>();
        files.hold(shown.files().stream().map(FileId::new).toList())
                .values()
                .forEach(file -> (file.groupId().equals(groupId) ? own : others)
                        .add(file.id().value()));
        videos.hold(shown.videos().stream().map(VideoId::new).toList())
                .values()
                .forEach(video -> (video.groupId().equals(groupId) ? own : others)
                        .add(video.id().value()));
        requireStillHere(received, own, others);
        others.removeAll(received.here());
        if (!others.isEmpty()) {
            others.removeAll(drafts.borrowedBy(groupId, others));
            others.removeAll(versions.shownOpenly(others, viewers.of(found.by())));
        }
        if (!others.isEmpty()) {
            throw new Unacceptable(others.stream()
                    .map(id -> Flaw.of("media-of-another-group", id))
                    .toList());
        }
        var foreign = new HashSet<>(shown.media());
        foreign.removeAll(own);
        return foreign;
    }

    /** What was removed since it was found here is brought by the archive when the import is tried again. */
    private static void requireStillHere(ReceivedMedia received, Set<UUID> own, Set<UUID> others) {
        var gone = new HashSet<>(received.here());
        gone.removeAll(own);
        gone.removeAll(others);
        if (!gone.isEmpty()) {
            throw new IllegalStateException("Removed while they were imported: " + gone);
        }
    }
}
