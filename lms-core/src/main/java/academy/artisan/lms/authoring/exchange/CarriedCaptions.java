package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.PortableCaptions;
import academy.artisan.lms.authoring.archive.PortableMedia.Item;
import academy.artisan.lms.authoring.archive.PortableMedia.Kind;
import org.springframework.stereotype.Component;

/** The captions of the videos that an archive takes along. */
@Component
class CarriedCaptions {

    private final PortableCaptions captions;

    CarriedCaptions(PortableCaptions captions) {
        this.captions = captions;
    }

    long sizeBytes(List<Item> items) {
        return captions.sizeBytes(videos(items));
    }

    /**
     * Adds them to an archive, stored like the videos that they belong to.
     *
     * @param file for one after the other
     * @return those that were still there when their turn came
     */
    List<Manifest.Captions> write(List<Item> items, ArchiveWriter writer, Path file) {
        var written = new ArrayList<Manifest.Captions>();
        for (var item : captions.find(videos(items))) {
            captions.text(item).ifPresent(text -> {
                var told = Manifest.Captions.of(item);
                write(Paths.captions(told), text, writer, file);
                written.add(told);
            });
        }
        return written;
    }

    private static void write(String path, String text, ArchiveWriter writer, Path file) {
        try {
            Files.writeString(file, text);
            writer.file(path, file);
            Files.delete(file);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static List<UUID> videos(List<Item> items) {
        return items.stream()
                .filter(item -> item.kind() == Kind.VIDEO)
                .map(Item::id)
                .toList();
    }
}
