package academy.artisan.lms.media.files;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.support.Problem;

/** A course shows this file, so it stays. */
final class FileInUse extends Problem {

    FileInUse(FileId fileId) {
        super(Kind.CONFLICT, "File %s is used by a course".formatted(fileId));
    }
}
