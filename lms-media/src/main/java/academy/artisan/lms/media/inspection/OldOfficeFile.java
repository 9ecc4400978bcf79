package academy.artisan.lms.media.inspection;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A compound file: an Office document of before 2007, or a newer one under a password. */
final class OldOfficeFile {

    private OldOfficeFile() {}

    static Refusal refusal(Path file) throws IOException {
        try (var entries = new POIFSFileSystem(file.toFile(), true)) {
            return entries.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)
                    ? Refusal.ENCRYPTED
                    : Refusal.OTHER_TYPE;
        }
    }
}
