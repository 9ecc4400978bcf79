package academy.artisan.lms.authoring.exchange;

import java.time.Instant;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * An archive with media, on its way out.
 *
 * @param sizeBytes null until it is ready
 */
record MadeArchive(
        ArchiveId archiveId,
        CourseId courseId,
        GroupId groupId,
        String title,
        ArchiveState state,
        int progressPercent,
        @Nullable Long sizeBytes,
        Instant expiresAt) {

    UUID id() {
        return archiveId.value();
    }
}
