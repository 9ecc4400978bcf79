package academy.artisan.lms.media.upload;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.ContentKeys;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.Removals;
import academy.artisan.lms.media.transcode.TranscodingQueue;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Uploads from their announcement to their completion. The object store is never asked inside a database transaction,
 * so each step is made such that it can be repeated after a crash.
 */
@Service
class VideoUploads {

    /** Where a part is to be put. */
    record PartAddress(int number, String url) {}

    private final Uploads uploads;
    private final ObjectStore store;
    private final UploadedObjects objects;
    private final TeachingGroups groups;
    private final TranscodingQueue transcodings;
    private final Removals removals;
    private final TransactionOperations transaction;
    private final UploadProperties properties;
    private final Clock clock;

    VideoUploads(
            Uploads uploads,
            ObjectStore store,
            UploadedObjects objects,
            TeachingGroups groups,
            TranscodingQueue transcodings,
            Removals removals,
            TransactionOperations transaction,
            UploadProperties properties,
            Clock clock) {
        this.uploads = uploads;
        this.store = store;
        this.objects = objects;
        this.groups = groups;
        this.transcodings = transcodings;
        this.removals = removals;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    Upload begin(Caller caller, GroupId groupId, String fileName, long sizeBytes) {
        groups.requireAuthor(caller, groupId);
        var max = properties.maxSize().toBytes();
        if (sizeBytes > max) {
            throw new InvalidFields("sizeBytes", "Max", "At most %d bytes can be uploaded".formatted(max));
        }
        var videoId = VideoId.next();
        var plan = PartPlan.of(sizeBytes, properties.partSize().toBytes());
        var uploadId = store.beginUpload(ContentKeys.source(ContentId.of(videoId)));
        var upload = new Upload(videoId, groupId, uploadId, plan, null, null);
        uploads.add(upload, fileName, caller.personId(), clock.instant());
        return upload;
    }

    List<PartAddress> partAddresses(Upload upload) {
        var signed = store.signedParts(upload.key(), upload.uploadId(), properties.urlsValidFor());
        return IntStream.rangeClosed(1, upload.plan().count())
                .mapToObj(number -> new PartAddress(number, signed.apply(number)))
                .toList();
    }

    /** The upload, if it can go on. */
    Upload open(Caller caller, VideoId videoId) {
        var upload = writable(caller, videoId);
        if (!upload.isOpen()) {
            throw new UploadEnded(videoId);
        }
        return upload;
    }

    /** Makes the parts one object and hands it to the transcoder; the same once more changes nothing. */
    void complete(Caller caller, VideoId videoId, List<UploadedPart> parts) {
        var upload = writable(caller, videoId);
        var digest = UploadedPart.digest(parts);
        if (upload.isOpen()) {
            objects.make(upload.key(), upload.uploadId(), upload.plan(), parts);
            hand(upload, digest);
            upload = writable(caller, videoId);
        }
        if (!digest.equals(upload.partsDigest())) {
            throw new UploadEnded(videoId);
        }
    }

    private void hand(Upload upload, String digest) {
        transaction.executeWithoutResult(ignored -> {
            if (uploads.complete(upload, digest)) {
                transcodings.add(ContentId.of(upload.videoId()));
            }
        });
    }

    /** Throws away what was announced long ago and never completed. */
    void removeAbandoned() {
        uploads.openSince(clock.instant().minus(properties.abandonedAfter())).forEach(uploads::removeOpen);
        removals.removeDue();
    }

    private Upload writable(Caller caller, VideoId videoId) {
        var upload = uploads.find(videoId)
                .filter(found -> groups.mayRead(caller, found.groupId()))
                .orElseThrow(() -> new NotFound("video", videoId));
        groups.requireAuthor(caller, upload.groupId());
        return upload;
    }
}
