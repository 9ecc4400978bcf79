package academy.artisan.lms.authoring.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Archives on their way in, each under the id of its import; the media module keeps them in the object store. */
public interface ArchiveUploads {

    /** An upload that was begun. */
    record Upload(String uploadId, long sizeBytes, long partSizeBytes) {}

    /** Where a browser puts a part to. */
    record PartAddress(int number, String url) {}

    /** A part as the one who uploaded it names it: by the etag that the store answered. */
    record UploadedPart(int number, String etag) {}

    Upload begin(UUID importId, long sizeBytes);

    /** Addresses for all parts, valid for some hours. */
    List<PartAddress> addresses(UUID importId, Upload upload);

    /** Makes one object of the parts; again is no change. What does not fit together ends in a problem. */
    void complete(UUID importId, Upload upload, List<UploadedPart> parts);

    /** Throws away an upload that was not completed. */
    void abort(UUID importId, Upload upload);

    /** Copies a completed upload to a new file. */
    void fetch(UUID importId, Path file);

    /** Throws a completed upload away; none is fine. */
    void remove(UUID importId);
}
