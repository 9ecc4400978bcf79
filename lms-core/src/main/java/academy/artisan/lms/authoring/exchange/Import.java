package academy.artisan.lms.authoring.exchange;

import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.ArchiveUploads.Upload;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An archive on its way in.
 *
 * @param asCopy whether it becomes a new course in any case
 * @param courseId what it became; null until it is done
 * @param flaws why it was refused
 */
record Import(
        ImportId importId,
        GroupId groupId,
        PersonId by,
        String fileName,
        Upload upload,
        boolean asCopy,
        ImportState state,
        int progressPercent,
        @Nullable CourseId courseId,
        List<Flaw> flaws) {

    UUID id() {
        return importId.value();
    }
}
