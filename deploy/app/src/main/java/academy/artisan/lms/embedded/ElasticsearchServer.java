package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A single Elasticsearch node. */
class ElasticsearchServer implements Server {

    private static final int OK = 200;

    private final DataFolder folder;
    private final ChildJvm jvm;
    private final int port;

    ElasticsearchServer(DataFolder folder, Path deploy, int port) {
        this.folder = folder;
        this.jvm = new ChildJvm(name(), deploy.resolve("elasticsearch"), folder);
        this.port = port;
    }

    @Override
    public String name() {
        return "elasticsearch";
    }

    @Override
    public List<String> prepare() throws IOException {
        return jvm.command(
                List.of(
                        "-Xms256m",
                        "-Xmx512m",
                        "-Xmn128m",
                        "-Xss1m",
                        "-XX:MaxDirectMemorySize=256m",
                        "-XX:MetaspaceSize=128m",
                        "-XX:MaxMetaspaceSize=192m",
                        "-XX:ReservedCodeCacheSize=320m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-modules=jdk.incubator.vector",
                        "-Dio.netty.noUnsafe=true",
                        "-Dlog4j.shutdownHookEnabled=false",
                        "-Dlog4j2.disable.jmx=true"),
                "academy.artisan.lms.elasticsearch.ElasticsearchNode",
                "--home",
                folder.folder("elasticsearch").toString(),
                "--port",
                Integer.toString(port),
                "--host",
                "127.0.0.1");
    }

    @Override
    public boolean answers() {
        return Http.answers(port, OK);
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("lms.elasticsearch.url", "http://127.0.0.1:" + port);
    }
}
