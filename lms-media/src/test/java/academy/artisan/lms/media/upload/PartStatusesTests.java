package academy.artisan.lms.media.upload;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.storage.StoreAt;
import academy.artisan.lms.media.storage.StoredPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** Without any store: what is told of parts needs none. */
class PartStatusesTests {

    private static final long LARGEST = DataSize.ofGigabytes(20).toBytes();
    private static final long PART = DataSize.ofMegabytes(8).toBytes();

    private final StoreAt store = StoreAt.address(URI.create("http://127.0.0.1:1"));
    private final PartStatuses statuses = new PartStatuses(
            store.objects(),
            new UploadProperties(DataSize.ofBytes(LARGEST), DataSize.ofBytes(PART), Duration.ofHours(12)));

    @AfterEach
    void close() throws Exception {
        store.minio().close();
    }

    @Test
    void everyPartOfTheLargestFileHasEitherArrivedOrAnAddressOfItsOwn() {
        var stored = IntStream.rangeClosed(1, 1500)
                .mapToObj(number -> new StoredPart(number, "etag" + number, PART))
                .toList();
        var parts = statuses.of(upload(LARGEST), stored);
        assertThat(parts).hasSize(2560);
        assertThat(parts.subList(0, 1500))
                .allMatch(part -> part.arrived() && part.url() == null && ("etag" + part.number()).equals(part.etag()));
        assertThat(parts.subList(1500, 2560)).allMatch(part -> !part.arrived() && part.etag() == null);
        assertThat(parts.stream().map(PartStatus::url).distinct()).hasSize(1061);
    }

    @Test
    void partOfAnotherSizeIsToBePutOnceMore() {
        var stored = List.of(new StoredPart(1, "a", PART - 1), new StoredPart(2, "b", 5));
        var parts = statuses.of(upload(PART + 5), stored);
        assertThat(parts).extracting(PartStatus::arrived).containsExactly(false, true);
        assertThat(parts).extracting(PartStatus::sizeBytes).containsExactly(PART, 5L);
        assertThat(parts.getFirst().url()).contains("partNumber=1");
    }

    private static Upload upload(long size) {
        return new Upload(VideoId.next(), GroupId.next(), "upload", PartPlan.of(size, PART), null, null);
    }
}
