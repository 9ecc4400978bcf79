package academy.artisan.lms.media.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.PortableMedia;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.ObjectStore.NewObject;
import academy.artisan.lms.media.storage.VideoKeys;
import academy.artisan.lms.media.transcode.TranscodingQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Videos are carried as they were uploaded, and are made playable again where they arrive. */
@Component
class PortableVideos implements PortableMedia {

    /** Stands for the multipart upload that there was none of. */
    private static final String CARRIED = "carried";

    private final JdbcClient jdbc;
    private final Uploads uploads;
    private final ObjectStore store;
    private final TranscodingQueue transcodings;
    private final UploadProperties properties;
    private final Clock clock;

    PortableVideos(
            JdbcClient jdbc,
            Uploads uploads,
            ObjectStore store,
            TranscodingQueue transcodings,
            UploadProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.uploads = uploads;
        this.store = store;
        this.transcodings = transcodings;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.VIDEO;
    }

    @Override
    public List<Item> find(Collection<UUID> ids) {
        return jdbc.sql("""
                        select video_id, file_name, size_bytes from media.video
                        where video_id = any (:ids) and state in ('PROCESSING', 'READY') order by video_id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, ignored) -> item(row))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                Kind.VIDEO,
                row.getObject("video_id", UUID.class),
                row.getString("file_name"),
                null,
                row.getLong("size_bytes"));
    }

    @Override
    public void fetch(Item item, Path file) {
        store.download(VideoKeys.source(new VideoId(item.id())), file);
    }

    @Override
    public Outcome receive(Arrival arrival) {
        var videoId = new VideoId(arrival.item().id());
        var here = uploads.find(videoId);
        if (here.isPresent()) {
            return isSame(here.get(), arrival)
                    ? new Known(here.get().groupId())
                    : new Refused("archive-media.other-content");
        }
        var size = arrival.item().sizeBytes();
        if (size == 0 || size > properties.maxSize().toBytes()) {
            return new Refused("archive-media.size");
        }
        store.put(List.of(new NewObject(VideoKeys.source(videoId), arrival.content(), "application/octet-stream")));
        return new Received(() -> take(videoId, arrival));
    }

    private void take(VideoId videoId, Arrival arrival) {
        var plan =
                new PartPlan(arrival.item().sizeBytes(), properties.partSize().toBytes());
        var upload = new Upload(videoId, arrival.groupId(), CARRIED, plan, VideoState.UPLOADING, null);
        uploads.add(upload, arrival.item().name(), arrival.by(), clock.instant());
        uploads.complete(videoId, arrival.sha256());
        transcodings.add(videoId);
    }

    private boolean isSame(Upload here, Arrival arrival) {
        var hasSource = here.state() == VideoState.READY || here.state() == VideoState.PROCESSING;
        if (!hasSource || here.plan().sizeBytes() != arrival.item().sizeBytes()) {
            return false;
        }
        var source = arrival.workFolder().resolve("source");
        store.download(here.key(), source);
        try {
            var isSame = Files.mismatch(source, arrival.content()) < 0;
            Files.delete(source);
            return isSame;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    @Override
    public void discard(UUID id) {
        var videoId = new VideoId(id);
        if (uploads.find(videoId).isEmpty()) {
            store.remove(VideoKeys.prefix(videoId), ignored -> false);
        }
    }
}
