package academy.artisan.lms.media.storage;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UrlSignerTests {

    private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * The endpoint differs from the published example, which names the bucket in the host, so only the form is as
     * there.
     */
    @Test
    void addressCarriesScopeTimeAndSignature() {
        var url = signer("http://127.0.0.1:9000", DAY).get("test.txt");
        assertThat(url)
                .startsWith("http://127.0.0.1:9000/examplebucket/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                        + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=")
                .matches(".*[0-9a-f]{64}");
    }

    @Test
    void sameAsTheStoresOwnClientSigns() throws Exception {
        var store = store("http://127.0.0.1:9000");
        try (var client = new StorageConfiguration().minio(store)) {
            var theirs = client.getPresignedObjectUrl(io.minio.GetPresignedObjectUrlArgs.builder()
                    .method(io.minio.Http.Method.GET)
                    .bucket(store.bucket())
                    .object("视频/a b+c.m4s")
                    .expiry(3600)
                    .build());
            var time = Instant.parse(parameter(theirs, "X-Amz-Date")
                    .replaceFirst("(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z", "$1-$2-$3T$4:$5:$6Z"));
            var ours = new UrlSigner(store, time, Duration.ofHours(1)).get("视频/a b+c.m4s");
            assertThat(ours).isEqualTo(theirs);
        }
    }

    @Test
    void partAddressNamesUploadAndNumberBehindTheSignedParameters() {
        assertThat(signer("http://127.0.0.1:9000", DAY).putPart("k", "up load/1", 7))
                .contains("&X-Amz-SignedHeaders=host&partNumber=7&uploadId=up%20load%2F1&X-Amz-Signature=");
    }

    @Test
    void usualPortIsLeftOutAsClientsDo() {
        assertThat(signer("https://media.example:443", DAY).get("k"))
                .startsWith("https://media.example/examplebucket/k?");
    }

    @Test
    void timeToLiveIsAtMostAWeek() {
        assertThat(parameter(signer("http://s3", Duration.ofDays(30)).get("k"), "X-Amz-Expires"))
                .isEqualTo("604800");
    }

    @Test
    void publicAddressIsSignedWhenThereIsOne() {
        var store = store("http://127.0.0.1:9000", "https://media.example", null);
        assertThat(new UrlSigner(store, NOW, DAY).get("k")).startsWith("https://media.example/examplebucket/k?");
        assertThat(UrlSigner.forReading(store, NOW, DAY).get("k")).startsWith("https://media.example/examplebucket/k?");
    }

    /** The network hands path and query on under the store's own name, for which they are signed. */
    @Test
    void readersAreSentToTheNetworkWithWhatIsSignedForTheStore() {
        var alone = UrlSigner.forReading(store("http://127.0.0.1:9000", "https://media.example", ""), NOW, DAY);
        var store = store("http://127.0.0.1:9000", "https://media.example", "https://cdn.example/");
        assertThat(UrlSigner.forReading(store, NOW, DAY).get("视频/1.m4s"))
                .isEqualTo(alone.get("视频/1.m4s").replace("https://media.example/", "https://cdn.example/"));
        assertThat(UrlSigner.forReading(store, NOW, DAY).get("a", "application/pdf", "inline"))
                .startsWith("https://cdn.example/examplebucket/a?");
        assertThat(new UrlSigner(store, NOW, DAY).put("k", 9)).startsWith("https://media.example/");
        assertThat(new UrlSigner(store, NOW, DAY).putPart("k", "u", 1)).startsWith("https://media.example/");
    }

    @Test
    void whoReadsInTheSameQuarterOfAnHourIsGivenTheSameAddress() {
        var store = store("http://127.0.0.1:9000");
        var first = UrlSigner.forReading(store, NOW, DAY).get("k");
        assertThat(UrlSigner.forReading(store, NOW.plusSeconds(15 * 60 - 1), DAY)
                        .get("k"))
                .isEqualTo(first);
        assertThat(UrlSigner.forReading(store, NOW.plusSeconds(15 * 60), DAY).get("k"))
                .isNotEqualTo(first);
        assertThat(parameter(first, "X-Amz-Date")).isEqualTo("20130524T000000Z");
    }

    @Test
    void anAddressLastsForAsLongAsWasPromisedThoughItsTimeIsRounded() {
        var late = NOW.plusSeconds(15 * 60 - 1);
        var url = UrlSigner.forReading(store("http://s3"), late, Duration.ofHours(1))
                .get("k");
        var end = NOW.plusSeconds(Long.parseLong(parameter(url, "X-Amz-Expires")));
        assertThat(end).isAfterOrEqualTo(late.plus(Duration.ofHours(1)));
    }

    private static UrlSigner signer(String endpoint, Duration timeToLive) {
        return new UrlSigner(store(endpoint), NOW, timeToLive);
    }

    private static S3Properties store(String endpoint) {
        return store(endpoint, null, null);
    }

    private static S3Properties store(String endpoint, @Nullable String publicEndpoint, @Nullable String cdnBase) {
        return new S3Properties(
                URI.create(endpoint),
                publicEndpoint == null ? null : URI.create(publicEndpoint),
                cdnBase == null ? null : URI.create(cdnBase),
                "AKIAIOSFODNN7EXAMPLE",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "us-east-1",
                "examplebucket");
    }

    private static String parameter(String url, String name) {
        return url.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
    }
}
