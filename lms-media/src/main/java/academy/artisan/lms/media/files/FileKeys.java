package academy.artisan.lms.media.files;

import academy.artisan.lms.course.FileId;

/**
 * Where files lie in the store. What is uploaded lies apart from what is read: an upload address is still valid when
 * its file has been looked at, so what is read is a copy of the very bytes that were.
 */
final class FileKeys {

    static final String UPLOADS = "files/uploads/";

    private FileKeys() {}

    static String upload(FileId file) {
        return UPLOADS + file;
    }

    static String prefix(FileId file) {
        return "files/%s/".formatted(file);
    }

    static String content(FileId file, String sha256) {
        return prefix(file) + sha256;
    }
}
