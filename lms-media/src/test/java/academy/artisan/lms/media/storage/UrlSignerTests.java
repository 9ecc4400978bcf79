package academy.artisan.lms.media.storage;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

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
        var store = new S3Properties(
                URI.create("http://127.0.0.1:9000"), URI.create("https://media.example"), "a", "s", "r", "bucket");
        assertThat(new UrlSigner(store, NOW, DAY).get("k")).startsWith("https://media.example/bucket/k?");
    }

    private static UrlSigner signer(String endpoint, Duration timeToLive) {
        return new UrlSigner(store(endpoint), NOW, timeToLive);
    }

    private static S3Properties store(String endpoint) {
        return new S3Properties(
                URI.create(endpoint),
                null,
                "AKIAIOSFODNN7EXAMPLE",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "us-east-1",
                "examplebucket");
    }

    private static String parameter(String url, String name) {
        return url.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
    }
}
