package academy.artisan.lms.media.storage;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs object addresses by AWS Signature Version 4, in the query, for one moment and one time to live. A playlist
 * needs hundreds of them, and the MinIO client takes ten times as long for each: here the day's key and all that is the
 * same in every address are made once.
 */
final class UrlSigner {

    static final Duration LONGEST = Duration.ofDays(7);

    /** Who reads the same within this time is given the same address, so that it can be cached. */
    static final Duration SAME_FOR = Duration.ofMinutes(15);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String address;
    private final String bucketPath;
    private final String host;
    private final String query;
    private final String queryOfSizedUpload;
    private final String toSignBefore;
    private final SecretKeySpec key;

    UrlSigner(S3Properties store, Instant now, Duration timeToLive) {
        this(store, store.addressForBrowsers(), now, timeToLive);
    }

    /**
     * Signs addresses to read from, for as long as is said at least, up to the longest. The time of signing is rounded
     * down.
     */
    static UrlSigner forReading(S3Properties store, Instant now, Duration timeToLive) {
        var begin = Instant.ofEpochSecond(now.getEpochSecond() / SAME_FOR.toSeconds() * SAME_FOR.toSeconds());
        return new UrlSigner(store, store.addressForReaders(), begin, timeToLive.plus(SAME_FOR));
    }

    private UrlSigner(S3Properties store, URI base, Instant now, Duration timeToLive) {
        var time = TIME.format(now);
        var day = time.substring(0, 8);
        var scope = "%s/%s/s3/aws4_request".formatted(day, store.region());
        var endpoint = store.addressForBrowsers();
        host = hostHeader(endpoint);
        address = base.equals(endpoint)
                ? endpoint.getScheme() + "://" + host
                : base.toString().replaceFirst("/+$", "");
        bucketPath = "/" + encode(store.bucket()) + "/";
        var queryBefore =
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=%s&X-Amz-Date=%s&X-Amz-Expires=%d&X-Amz-SignedHeaders="
                        .formatted(
                                encode(store.accessKey() + "/" + scope),
                                time,
                                Math.clamp(timeToLive.toSeconds(), 1, LONGEST.toSeconds()));
        query = queryBefore + "host";
        queryOfSizedUpload = queryBefore + "content-length%3Bhost";
        toSignBefore = "AWS4-HMAC-SHA256\n%s\n%s\n".formatted(time, scope);
        key = signingKey(store, day);
    }

    String get(String objectKey) {
        return sign("GET", objectKey, query);
    }

    /** The answer will say of itself what it is and what to do with it, whatever the store knows of the object. */
    String get(String objectKey, String contentType, String contentDisposition) {
        return sign(
                "GET",
                objectKey,
                "%s&response-content-disposition=%s&response-content-type=%s"
                        .formatted(query, encode(contentDisposition), encode(contentType)));
    }

    /** For a body of exactly this size: the store refuses any other. */
    String put(String objectKey, long sizeBytes) {
        return sign(
                "PUT",
                objectKey,
                queryOfSizedUpload,
                "content-length:%d\nhost:%s\n\ncontent-length;host".formatted(sizeBytes, host));
    }

    String putPart(String objectKey, String uploadId, int partNumber) {
        return sign("PUT", objectKey, "%s&partNumber=%d&uploadId=%s".formatted(query, partNumber, encode(uploadId)));
    }

    private String sign(String method, String objectKey, String sortedQuery) {
        return sign(method, objectKey, sortedQuery, "host:" + host + "\n\nhost");
    }

    private String sign(String method, String objectKey, String sortedQuery, String headers) {
        var path = bucketPath + encode(objectKey).replace("%2F", "/");
        var request = method + "\n" + path + "\n" + sortedQuery + "\n" + headers + "\nUNSIGNED-PAYLOAD";
        var signature = HexFormat.of().formatHex(hmac(key, toSignBefore + sha256(request)));
        return address + path + "?" + sortedQuery + "&X-Amz-Signature=" + signature;
    }

    /** As clients send it: without the port when it is the scheme's own. */
    private static String hostHeader(URI endpoint) {
        var port = endpoint.getPort();
        var usual = "https".equals(endpoint.getScheme()) ? 443 : 80;
        return port == -1 || port == usual ? endpoint.getHost() : endpoint.getHost() + ":" + port;
    }

    private static SecretKeySpec signingKey(S3Properties store, String day) {
        var start = hmacKey(("AWS4" + store.secretKey()).getBytes(StandardCharsets.UTF_8));
        var daily = hmacKey(hmac(start, day));
        var regional = hmacKey(hmac(daily, store.region()));
        return hmacKey(hmac(hmacKey(hmac(regional, "s3")), "aws4_request"));
    }

    private static SecretKeySpec hmacKey(byte[] bytes) {
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
