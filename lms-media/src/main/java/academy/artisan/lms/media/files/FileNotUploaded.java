package academy.artisan.lms.media.files;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.support.Problem;

/** The file was announced, but its content has not arrived; the upload can go on. */
final class FileNotUploaded extends Problem {

    FileNotUploaded(FileId fileId) {
        super(Kind.RULE_BROKEN, "Nothing was uploaded for file %s".formatted(fileId));
    }
}
