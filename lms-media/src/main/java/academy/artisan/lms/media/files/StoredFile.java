package academy.artisan.lms.media.files;

import java.time.Duration;
import java.util.Objects;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.FileLibrary.FileFacts;
import academy.artisan.lms.course.FileLibrary.FileType;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.media.inspection.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A file as authors see it.
 *
 * @param type what its name says, and when it is ready, what it is
 * @param refusal why it cannot be used; null unless it was refused
 * @param sha256 of its bytes; null until it is ready
 */
record StoredFile(
        FileId fileId,
        GroupId groupId,
        FileType type,
        String name,
        long sizeBytes,
        FileState state,
        @Nullable Refusal refusal,
        @Nullable String sha256,
        @Nullable Integer pages,
        @Nullable Integer readingSeconds,
        @Nullable Integer width,
        @Nullable Integer height) {

    boolean isReady() {
        return state == FileState.READY;
    }

    /** Where its bytes lie; it has to be ready. */
    String key() {
        return FileKeys.content(fileId, Objects.requireNonNull(sha256));
    }

    FileFacts facts() {
        return new FileFacts(
                fileId,
                groupId,
                type,
                name,
                sizeBytes,
                Objects.requireNonNull(sha256),
                pages,
                readingSeconds == null ? null : Duration.ofSeconds(readingSeconds),
                width,
                height);
    }
}
