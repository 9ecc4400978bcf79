package academy.artisan.lms.media.upload;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.ContentKeys;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.Removals;
import academy.artisan.lms.media.storage.UnfinishedUploadProperties;
import academy.artisan.lms.media.transcode.TranscodingQueue;
import academy.artisan.lms.media.upload.Uploads.Announcement;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Uploads from their announcement to their completion. The object store is never asked inside a database transaction,
 * so each step is made such that it can be repeated after a crash.
 */
@Service
class VideoUploads {

    /**
     * A video to be uploaded.
     *
     * @param sha256 of the file, in lower-case hexadecimal; null if nothing is known of it
     */
    record NewVideo(
            GroupId groupId,
            String fileName,
            long sizeBytes,
            @Nullable String sha256) {}

    sealed interface Beginning permits Begun, Known {}

    /** An upload that can go on. */
    record Begun(Upload upload, List<PartStatus> parts) implements Beginning {}

    /** The group has a video of the same content, which may have failed: there is nothing to upload. */
    record Known(VideoStatus video) implements Beginning {}

    private final Uploads uploads;
    private final VideoStatuses statuses;
    private final PartStatuses parts;
    private final ObjectStore store;
    private final UploadedObjects objects;
    private final TeachingGroups groups;
    private final TranscodingQueue transcodings;
    private final Removals removals;
    private final TransactionOperations transaction;
    private final UploadProperties properties;
    private final UnfinishedUploadProperties unfinished;
    private final Clock clock;

    VideoUploads(
            Uploads uploads,
            VideoStatuses statuses,
            PartStatuses parts,
            ObjectStore store,
            UploadedObjects objects,
            TeachingGroups groups,
            TranscodingQueue transcodings,
            Removals removals,
            TransactionOperations transaction,
            UploadProperties properties,
            UnfinishedUploadProperties unfinished,
            Clock clock) {
        this.uploads = uploads;
        this.statuses = statuses;
        this.parts = parts;
        this.store = store;
        this.objects = objects;
        this.groups = groups;
        this.transcodings = transcodings;
        this.removals = removals;
        this.transaction = transaction;
        this.properties = properties;
        this.unfinished = unfinished;
        this.clock = clock;
    }

    Beginning begin(Caller caller, NewVideo video) {
        groups.requireAuthor(caller, video.groupId());
        var max = properties.maxSize().toBytes();
        if (video.sizeBytes() > max) {
            throw new InvalidFields("sizeBytes", "Max", "At most %d bytes can be uploaded".formatted(max));
        }
        return Optional.ofNullable(video.sha256())
                .flatMap(sha256 -> statuses.withContent(video.groupId(), sha256, video.sizeBytes()))
                .<Beginning>map(this::known)
                .orElseGet(() -> announce(caller, video));
    }

    /** What failed would fail at once if it were uploaded again: it is tried again instead, if that may help. */
    private Known known(VideoStatus video) {
        var contentId = uploads.find(video.videoId()).map(Upload::contentId);
        var isWanted = contentId.isPresent()
                && Boolean.TRUE.equals(
                        transaction.execute(ignored -> transcodings.tryAgainUnlessInBytes(contentId.get())));
        return new Known(isWanted ? statuses.find(video.videoId()).orElse(video) : video);
    }

    private Begun announce(Caller caller, NewVideo video) {
        var videoId = VideoId.next();
        var plan = PartPlan.of(video.sizeBytes(), properties.partSize().toBytes());
        var uploadId = store.beginUpload(ContentKeys.source(ContentId.of(videoId)));
        var upload = new Upload(videoId, video.groupId(), uploadId, plan, null, null);
        uploads.add(upload, new Announcement(video.fileName(), video.sha256(), caller.personId(), clock.instant()));
        return new Begun(upload, parts.of(upload, List.of()));
    }

    /**
     * How far an open upload is, to go on with it. One that the store knows nothing of, because it throws away what
     * takes too long or lost it, begins anew.
     */
    Begun resume(Caller caller, VideoId videoId) {
        var upload = open(caller, videoId);
        var stored = store.parts(upload.key(), upload.uploadId());
        if (!objects.isOver(upload.key(), upload.uploadId(), stored)) {
            return new Begun(upload, parts.of(upload, stored));
        }
        if (objects.isWhole(upload.key(), upload.plan())) {
            return new Begun(upload, PartStatuses.whole(upload.plan()));
        }
        renew(upload);
        var renewed = open(caller, videoId);
        return new Begun(renewed, parts.of(renewed, List.of()));
    }

    private void renew(Upload lost) {
        var uploadId = store.beginUpload(lost.key());
        if (!uploads.renew(lost, uploadId)) {
            store.abortUpload(lost.key(), uploadId);
        }
    }

    /** The upload, if it can go on. */
    private Upload open(Caller caller, VideoId videoId) {
        var upload = writable(caller, videoId);
        if (!upload.isOpen()) {
            throw new UploadEnded(videoId);
        }
        return upload;
    }

    /**
     * Makes the parts one object and hands it to the transcoder; the same once more changes nothing.
     *
     * @param named the parts as their uploader names them; null for those that the store holds
     */
    void complete(Caller caller, VideoId videoId, @Nullable List<UploadedPart> named) {
        var upload = writable(caller, videoId);
        if (upload.isOpen()) {
            var made = objects.make(upload.key(), upload.uploadId(), upload.plan(), named);
            hand(upload, UploadedPart.digest(made));
            upload = writable(caller, videoId);
        }
        if (named != null && !upload.isMadeOf(named)) {
            throw new UploadEnded(videoId);
        }
    }

    private void hand(Upload upload, String digest) {
        transaction.executeWithoutResult(ignored -> {
            var contentId = ContentId.of(upload.videoId());
            if (uploads.complete(upload, digest)) {
                transcodings.add(contentId);
            } else if (uploads.find(upload.videoId()).isEmpty()) {
                // given up while the store was making the object, which nobody wants any more
                removals.note(ContentKeys.prefix(contentId));
            }
        });
    }

    /** Throws away what was announced long ago and never completed. */
    void removeAbandoned() {
        uploads.openSince(clock.instant().minus(unfinished.abandonedAfter())).forEach(uploads::removeOpen);
    }

    private Upload writable(Caller caller, VideoId videoId) {
        var upload = uploads.find(videoId)
                .filter(found -> groups.mayRead(caller, found.groupId()))
                .orElseThrow(() -> new NotFound("video", videoId));
        groups.requireAuthor(caller, upload.groupId());
        return upload;
    }
}
