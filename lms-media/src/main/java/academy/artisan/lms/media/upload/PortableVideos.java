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
import java.util.Objects;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.PortableMedia;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.ContentKeys;
import academy.artisan.lms.media.content.Contents;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.ObjectStore.NewObject;
import academy.artisan.lms.media.storage.Removals;
import academy.artisan.lms.media.transcode.TranscodingQueue;
import academy.artisan.lms.media.upload.Uploads.Announcement;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Videos are carried as they were uploaded, and are made playable again where they arrive. */
@Component
class PortableVideos implements PortableMedia {

    /** Stands for the multipart upload that there was none of. */
    private static final String CARRIED = "carried";

    private final JdbcClient jdbc;
    private final Uploads uploads;
    private final Contents contents;
    private final Removals removals;
    private final ObjectStore store;
    private final TranscodingQueue transcodings;
    private final UploadProperties properties;
    private final Clock clock;

    PortableVideos(
            JdbcClient jdbc,
            Uploads uploads,
            Contents contents,
            Removals removals,
            ObjectStore store,
            TranscodingQueue transcodings,
            UploadProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.uploads = uploads;
        this.contents = contents;
        this.removals = removals;
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
                        select video.video_id, video.file_name, video.size_bytes
                        from media.video join media.content using (content_id)
                        where video.video_id = any (:ids) and content.state <> 'FAILED' order by video.video_id
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
        var upload = uploads.find(new VideoId(item.id())).orElseThrow(() -> new NotFound("video", item.id()));
        store.download(ContentKeys.source(Objects.requireNonNull(upload.contentId())), file);
    }

    @Override
    public Outcome receive(Arrival arrival) {
        var videoId = new VideoId(arrival.item().id());
        var here = uploads.find(videoId);
        if (here.isPresent()) {
            return isSame(here.get().contentId(), arrival)
                    ? new Known(here.get().groupId())
                    : new Refused("archive-media.other-content");
        }
        var size = arrival.item().sizeBytes();
        if (size == 0 || size > properties.maxSize().toBytes()) {
            return new Refused("archive-media.size");
        }
        var contentId = ContentId.of(videoId);
        if (contents.isHere(contentId)) {
            // The video was removed, but others have the same content
            return isSame(contentId, arrival)
                    ? new Received(() -> uploads.haveContent(add(videoId, arrival), contentId, arrival.sha256()))
                    : new Refused("archive-media.other-content");
        }
        removals.cancel(ContentKeys.prefix(contentId));
        store.put(List.of(new NewObject(ContentKeys.source(contentId), arrival.content(), "application/octet-stream")));
        return new Received(() -> take(videoId, arrival));
    }

    private void take(VideoId videoId, Arrival arrival) {
        uploads.complete(add(videoId, arrival), arrival.sha256());
        transcodings.add(ContentId.of(videoId));
    }

    private Upload add(VideoId videoId, Arrival arrival) {
        var plan =
                new PartPlan(arrival.item().sizeBytes(), properties.partSize().toBytes());
        var upload = new Upload(videoId, arrival.groupId(), CARRIED, plan, null, null);
        uploads.add(upload, new Announcement(arrival.item().name(), null, arrival.by(), clock.instant()));
        return upload;
    }

    private boolean isSame(@Nullable ContentId contentId, Arrival arrival) {
        if (contentId == null || contents.size(contentId) != arrival.item().sizeBytes()) {
            return false;
        }
        var source = arrival.workFolder().resolve("source");
        store.download(ContentKeys.source(contentId), source);
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
        var contentId = ContentId.of(new VideoId(id));
        if (!contents.isHere(contentId)) {
            store.remove(ContentKeys.prefix(contentId), ignored -> false);
        }
    }
}
