package academy.artisan.lms.media.files;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.PortableMedia;
import academy.artisan.lms.course.FileId;
import academy.artisan.lms.media.inspection.Finding;
import academy.artisan.lms.media.inspection.Finding.Unfit;
import academy.artisan.lms.media.inspection.Inspector;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.ObjectStore.NewObject;
import org.springframework.stereotype.Component;

/** Documents and pictures are carried as they are, and looked at again where they arrive. */
@Component
class PortableFiles implements PortableMedia {

    private final StoredFiles files;
    private final ObjectStore store;
    private final Inspector inspector;
    private final FileProperties properties;

    PortableFiles(StoredFiles files, ObjectStore store, Inspector inspector, FileProperties properties) {
        this.files = files;
        this.store = store;
        this.inspector = inspector;
        this.properties = properties;
    }

    @Override
    public Kind kind() {
        return Kind.FILE;
    }

    @Override
    public List<Item> find(Collection<UUID> ids) {
        return files.ready(ids.stream().map(FileId::new).toList()).stream()
                .map(file -> new Item(Kind.FILE, file.fileId().value(), file.name(), file.type(), file.sizeBytes()))
                .sorted(Comparator.comparing(item -> item.id().toString()))
                .toList();
    }

    @Override
    public void fetch(Item item, Path file) {
        var found =
                files.find(new FileId(item.id())).filter(StoredFile::isReady).orElseThrow();
        store.download(found.key(), file);
    }

    @Override
    public Outcome receive(Arrival arrival) {
        var fileId = new FileId(arrival.item().id());
        if (files.isBeingRemoved(fileId)) {
            throw new IllegalStateException("File %s is being removed; later its id is free".formatted(fileId));
        }
        var here = files.find(fileId);
        if (here.isPresent()) {
            return arrival.sha256().equals(here.get().sha256())
                    ? new Known(here.get().groupId())
                    : new Refused("archive-media.other-content");
        }
        var type = Objects.requireNonNull(arrival.item().type());
        if (arrival.item().sizeBytes() == 0 || arrival.item().sizeBytes() > properties.mostBytes(type)) {
            return new Refused("archive-media.size");
        }
        if (!FileNames.isPlain(arrival.item().name())) {
            return new Refused("archive-media.name");
        }
        var finding = inspector.inspect(type, arrival.content(), arrival.workFolder());
        if (finding instanceof Unfit unfit) {
            return new Refused("file-refusal." + unfit.refusal().code());
        }
        var key = FileKeys.content(fileId, arrival.sha256());
        store.put(List.of(new NewObject(key, arrival.content(), type.mediaType())));
        return new Received(() -> take(fileId, arrival, finding));
    }

    private void take(FileId fileId, Arrival arrival, Finding finding) {
        var item = arrival.item();
        files.add(
                fileId,
                arrival.groupId(),
                Objects.requireNonNull(item.type()),
                item.name(),
                item.sizeBytes(),
                arrival.by());
        var isReady = switch (finding) {
            case Finding.Document document -> files.makeReady(fileId, arrival.sha256(), document);
            case Finding.Picture picture -> files.makeReady(fileId, arrival.sha256(), picture);
            case Unfit ignored -> false;
        };
        if (!isReady) {
            throw new IllegalStateException("File %s did not become ready".formatted(fileId));
        }
    }

    @Override
    public void discard(UUID id) {
        var fileId = new FileId(id);
        if (files.find(fileId).isEmpty() && !files.isBeingRemoved(fileId)) {
            store.remove(FileKeys.prefix(fileId), ignored -> false);
        }
    }
}
