package academy.artisan.lms.course;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What authors and learners need to know of documents and pictures; the media module answers. */
public interface FileLibrary {

    /** What a file is, as found in its content, whatever its name says. */
    enum FileType {
        PDF("application/pdf"),
        PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        JPEG("image/jpeg"),
        PNG("image/png");

        private final String mediaType;

        FileType(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public boolean isPicture() {
            return this == JPEG || this == PNG;
        }
    }

    /**
     * Facts of one file that was uploaded and checked.
     *
     * @param groupId the teaching group that owns it
     * @param name the name under which it was uploaded
     * @param sha256 of its bytes, in lower-case hexadecimal
     * @param pages of a document: pages, slides or sheets
     * @param readingTime of a document: how long it takes to read, derived from its content
     * @param width of a picture, in pixels
     * @param height of a picture, in pixels
     */
    record FileFacts(
            FileId id,
            GroupId groupId,
            FileType type,
            String name,
            long sizeBytes,
            String sha256,
            @Nullable Integer pages,
            @Nullable Duration readingTime,
            @Nullable Integer width,
            @Nullable Integer height) {}

    /** Facts of those files that exist and were checked, in one query. */
    Map<FileId, FileFacts> find(Collection<FileId> ids);

    /** The same; none of them is removed before the transaction of the caller ends. */
    Map<FileId, FileFacts> hold(Collection<FileId> ids);

    /**
     * An address, valid for a while, from which a browser reads the file under its own name; null if there is no such
     * file.
     */
    @Nullable String readUrl(FileId id);
}
