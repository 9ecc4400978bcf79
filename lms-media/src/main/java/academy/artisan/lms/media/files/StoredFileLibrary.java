package academy.artisan.lms.media.files;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.FileLibrary;
import academy.artisan.lms.media.storage.ObjectStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class StoredFileLibrary implements FileLibrary {

    private final StoredFiles files;
    private final ObjectStore store;
    private final FileProperties properties;

    StoredFileLibrary(StoredFiles files, ObjectStore store, FileProperties properties) {
        this.files = files;
        this.store = store;
        this.properties = properties;
    }

    @Override
    public Map<FileId, FileFacts> find(Collection<FileId> ids) {
        return facts(files.ready(ids));
    }

    @Override
    public Map<FileId, FileFacts> hold(Collection<FileId> ids) {
        return facts(files.hold(ids));
    }

    private static Map<FileId, FileFacts> facts(List<StoredFile> ready) {
        return ready.stream().map(StoredFile::facts).collect(Collectors.toMap(FileFacts::id, Function.identity()));
    }

    @Override
    public @Nullable String readUrl(FileId id) {
        return files.ready(List.of(id)).stream().findFirst().map(this::url).orElse(null);
    }

    /** Of a file that is ready. */
    String url(StoredFile file) {
        return store.signedRead(
                file.key(), file.type().mediaType(), FileNames.disposition(file), properties.readUrlsValidFor());
    }
}
