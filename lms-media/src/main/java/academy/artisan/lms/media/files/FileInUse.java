package academy.artisan.lms.media.files;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.media.usage.MediaInUse;
import academy.artisan.lms.media.usage.Usage;

/** A course shows this file, so it stays. */
final class FileInUse extends MediaInUse {

    FileInUse(FileId fileId, Usage usage) {
        super("File " + fileId, usage);
    }
}
