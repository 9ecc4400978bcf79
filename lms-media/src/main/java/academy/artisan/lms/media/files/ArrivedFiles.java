package academy.artisan.lms.media.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import academy.artisan.lms.media.inspection.Finding;
import academy.artisan.lms.media.inspection.Finding.Unfit;
import academy.artisan.lms.media.inspection.Inspector;
import academy.artisan.lms.media.inspection.Refusal;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.ObjectStore.NewObject;
import org.springframework.stereotype.Component;

/** Takes or refuses what was uploaded. What is taken is a copy of the bytes that were looked at. */
@Component
class ArrivedFiles {

    private final StoredFiles files;
    private final ObjectStore store;
    private final Inspector inspector;
    private final FileProperties properties;

    ArrivedFiles(StoredFiles files, ObjectStore store, Inspector inspector, FileProperties properties) {
        this.files = files;
        this.store = store;
        this.inspector = inspector;
        this.properties = properties;
    }

    /** Afterwards the file is ready or refused, by this call or by another at the same time. */
    void judge(StoredFile file) {
        var upload = FileKeys.upload(file.fileId());
        var size = store.size(upload);
        if (size.isEmpty()) {
            requireJudged(file);
            return;
        }
        if (size.getAsLong() != file.sizeBytes()) {
            files.refuse(file.fileId(), Refusal.OTHER_SIZE);
        } else {
            try (var folder = WorkFolder.open(properties.workDirectory())) {
                store.download(upload, folder.content());
                judge(file, folder);
            }
        }
        store.remove(upload, ignored -> false);
    }

    /** What was judged meanwhile has been taken away from where it was uploaded. */
    private void requireJudged(StoredFile file) {
        if (files.find(file.fileId())
                .filter(now -> now.state() == FileState.UPLOADING)
                .isPresent()) {
            throw new FileNotUploaded(file.fileId());
        }
    }

    private void judge(StoredFile file, WorkFolder folder) {
        var finding = inspector.inspect(file.type(), folder.content(), folder.path());
        if (finding instanceof Unfit unfit) {
            files.refuse(file.fileId(), unfit.refusal());
            return;
        }
        var sha256 = sha256(folder.content());
        var key = FileKeys.content(file.fileId(), sha256);
        store.put(List.of(new NewObject(key, folder.content(), file.type().mediaType())));
        if (!makeReady(file, sha256, finding)) {
            var isTaken = files.find(file.fileId())
                    .filter(StoredFile::isReady)
                    .filter(taken -> taken.key().equals(key))
                    .isPresent();
            store.remove(FileKeys.prefix(file.fileId()), other -> isTaken || !other.equals(key));
        }
    }

    private boolean makeReady(StoredFile file, String sha256, Finding finding) {
        return switch (finding) {
            case Finding.Document document -> files.makeReady(file.fileId(), sha256, document);
            case Finding.Picture picture -> files.makeReady(file.fileId(), sha256, picture);
            case Unfit ignored -> false;
        };
    }

    private static String sha256(Path file) {
        try (var content = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
