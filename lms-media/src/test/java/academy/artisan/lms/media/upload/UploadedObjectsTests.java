package academy.artisan.lms.media.upload;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import academy.artisan.lms.media.storage.ObjectStoreUnavailable;
import academy.artisan.lms.media.storage.StoreAt;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Against a store that takes a completion, and then holds what it likes. */
class UploadedObjectsTests {

    private static final String PARTS = """
            <ListPartsResult><Bucket>media</Bucket><Key>k</Key><UploadId>u</UploadId>\
            <Initiator><ID>1</ID><DisplayName>lms</DisplayName></Initiator>\
            <Owner><ID>1</ID><DisplayName>lms</DisplayName></Owner><StorageClass>STANDARD</StorageClass>\
            <PartNumberMarker>0</PartNumberMarker><NextPartNumberMarker>1</NextPartNumberMarker>\
            <MaxParts>1000</MaxParts><IsTruncated>false</IsTruncated><Part><PartNumber>1</PartNumber>\
            <ETag>"a1"</ETag><LastModified>2026-01-01T00:00:00.000Z</LastModified><Size>10</Size></Part></ListPartsResult>""";

    private static final String DONE = """
            <CompleteMultipartUploadResult><Bucket>media</Bucket><Key>k</Key><ETag>"b-1"</ETag>\
            </CompleteMultipartUploadResult>""";

    private static final String GONE = "<Error><Code>NoSuchUpload</Code></Error>";

    private HttpServer server;
    private StoreAt store;
    private UploadedObjects objects;

    /** The size that the object has afterwards; 0 if there is none. */
    private volatile long size;

    private volatile boolean isCompletedByAnother;
    private volatile int statusOfCompletion = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        store = StoreAt.address(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        objects = new UploadedObjects(store.objects(), store.uploads());
    }

    @AfterEach
    void stop() throws Exception {
        store.minio().close();
        server.stop(0);
    }

    @Test
    void objectOfThePlannedSizeIsComplete() {
        size = 10;
        assertThat(make()).isEqualTo("a1");
    }

    @Test
    void objectThatIsNotThereAfterwardsOrTooSmallIsLost() {
        assertThatExceptionOfType(UploadLost.class).isThrownBy(this::make);
        size = 9;
        assertThatExceptionOfType(UploadLost.class).isThrownBy(this::make);
    }

    @Test
    void whoeverIsBeatenToItFindsTheObjectThere() {
        isCompletedByAnother = true;
        size = 10;
        assertThat(make()).isEqualTo("a1");
    }

    @Test
    void storeThatFailsIsNoLoss() {
        statusOfCompletion = 400;
        assertThatExceptionOfType(ObjectStoreUnavailable.class).isThrownBy(this::make);
    }

    private String make() {
        var parts = objects.make("k", "u", PartPlan.of(10, PartPlan.SMALLEST_PART), null);
        assertThat(parts).hasSize(1);
        return parts.getFirst().etag();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestMethod()) {
                case "GET" -> send(exchange, 200, PARTS);
                case "POST" -> complete(exchange);
                default -> stat(exchange);
            }
        }
    }

    private void complete(HttpExchange exchange) throws IOException {
        if (isCompletedByAnother) {
            send(exchange, 404, GONE);
        } else if (statusOfCompletion == 200) {
            send(exchange, 200, DONE);
        } else {
            send(exchange, statusOfCompletion, "<Error><Code>InternalError</Code></Error>");
        }
    }

    private void stat(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
        exchange.getResponseHeaders().add("ETag", "\"b-1\"");
        if (size > 0) {
            exchange.getResponseHeaders().add("Content-Length", Long.toString(size));
        }
        exchange.sendResponseHeaders(size > 0 ? 200 : 404, -1);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
