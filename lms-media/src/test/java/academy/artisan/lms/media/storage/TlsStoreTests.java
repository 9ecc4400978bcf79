package academy.artisan.lms.media.storage;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.minio.BucketExistsArgs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A store behind TLS, with a certificate that only this machine trusts. */
class TlsStoreTests {

    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private Path keys;

    @BeforeEach
    void makeCertificate() throws Exception {
        keys = folder.resolve("keys.p12");
        var keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "store",
                        "-dname",
                        "CN=store",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        new String(PASSWORD)))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    @Test
    void isUsedWhenTheJvmTrustsItsCertificateAndNotOtherwise() throws Exception {
        try (var server = new RecordingStore(https())) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> exists(server))
                    .withRootCauseInstanceOf(Exception.class)
                    .withStackTraceContaining(SSLException.class.getPackageName());
            System.setProperty(TRUST, keys.toString());
            System.setProperty(TRUST + "Password", new String(PASSWORD));
            assertThat(exists(server)).isTrue();
        } finally {
            System.clearProperty(TRUST);
            System.clearProperty(TRUST + "Password");
        }
    }

    private static boolean exists(RecordingStore server) throws Exception {
        var store = new S3Properties(server.address("https"), null, null, "key", "secret-key", "us-east-1", "media");
        try (var minio = new StorageConfiguration().minio(store)) {
            return minio.bucketExists(BucketExistsArgs.builder().bucket("media").build())
                    .get();
        }
    }

    private HttpsServer https() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }
}
