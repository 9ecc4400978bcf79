package academy.artisan.lms.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** S3Proxy on a folder: speaks S3 as MinIO does. Browsers talk to it directly, so pages of every origin may. */
class ObjectStoreServer implements Server {

    private static final int STATUS_OF_A_REQUEST_WITHOUT_CREDENTIALS = 403;

    private final DataFolder folder;
    private final Path module;
    private final ChildJvm jvm;
    private final Network network;
    private final int port;
    private final Secrets secrets;

    ObjectStoreServer(DataFolder folder, Path deploy, Network network, int port, Secrets secrets) {
        this.folder = folder;
        this.module = deploy.resolve("object-store");
        this.jvm = new ChildJvm(name(), module, folder);
        this.network = network;
        this.port = port;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "object-store";
    }

    @Override
    public List<String> prepare() throws IOException {
        var configuration = folder.file("run/object-store.properties");
        OwnerOnly.write(configuration, configuration());
        return jvm.command(
                List.of(
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xss512k",
                        "-Dlogback.configurationFile=" + module.resolve("logback.xml")),
                "org.gaul.s3proxy.Main",
                "--properties",
                configuration.toString());
    }

    private String configuration() throws IOException {
        var properties = new Properties();
        properties.putAll(Map.of(
                "s3proxy.endpoint", "http://%s:%d".formatted(network.bindAddress(), port),
                "s3proxy.authorization", "aws-v2-or-v4",
                "s3proxy.identity", secrets.objectStoreId(),
                "s3proxy.credential", secrets.objectStoreKey(),
                "s3proxy.cors-allow-all", "true",
                "jclouds.provider", "filesystem-nio2",
                "jclouds.filesystem.basedir", folder.folder("objects").toString()));
        var ascii = new ByteArrayOutputStream();
        properties.store(ascii, null);
        return ascii.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean answers() {
        return Http.answers(port, STATUS_OF_A_REQUEST_WITHOUT_CREDENTIALS);
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of(
                "lms.s3.endpoint", "http://127.0.0.1:" + port,
                "lms.s3.public-endpoint", network.url(port),
                "lms.s3.access-key", secrets.objectStoreId(),
                "lms.s3.secret-key", secrets.objectStoreKey());
    }
}
