package academy.artisan.lms.progress.playback;

import java.util.List;
import java.util.Objects;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.FileLibrary;
import academy.artisan.lms.course.FileLibrary.FileType;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Component;

/** The documents of lessons, as a browser is to show them. */
@Component
class ShownDocuments {

    /** What a document is called, what it is, and where it is read for some hours. */
    record Document(String name, FileType type, String url) {}

    private final FileLibrary files;

    ShownDocuments(FileLibrary files) {
        this.files = files;
    }

    Document get(FileId id) {
        var file = files.find(List.of(id)).get(id);
        if (file == null) {
            throw new NotFound("document", id);
        }
        return new Document(file.name(), file.type(), Objects.requireNonNull(files.readUrl(id)));
    }
}
