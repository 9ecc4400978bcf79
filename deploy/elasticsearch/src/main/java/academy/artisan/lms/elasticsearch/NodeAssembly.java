package academy.artisan.lms.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;

import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.ClassPathPlugins;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/** Puts a single, loopback-sized node together from what is on the class path. */
final class NodeAssembly {

    private NodeAssembly() {}

    static Node of(NodeOptions options) throws IOException {
        Files.createDirectories(options.home().resolve("config"));
        var environment = new Environment(settings(options), options.home().resolve("config"));
        // Under the names that the server's own distribution gives to what each of them stands for
        var plugins = new LinkedHashMap<String, Class<?>>();
        plugins.put("transport-netty4", Netty4Plugin.class);
        plugins.put("rest-root", RootPlugin.class);
        plugins.put("analysis-common", CommonAnalysis.class);
        plugins.put("analysis-smartcn", SmartChineseAnalysis.class);
        return new Node(environment, ClassPathPlugins.of(plugins, environment.configDir()));
    }

    private static Settings settings(NodeOptions options) {
        var home = options.home();
        return Settings.builder()
                .put("cluster.name", "artisan-lms")
                .put("node.name", "embedded")
                .putList("node.roles", "master", "data", "ingest")
                .put("discovery.type", "single-node")
                .put("path.home", home)
                .put("path.data", home.resolve("data"))
                .put("path.logs", home.resolve("logs"))
                .put("path.repo", home.resolve("snapshots"))
                .put("network.host", options.host())
                .put("http.port", options.port())
                .put("transport.port", 0)
                // Garbage that is not yet collected is no reason to refuse anything, and here much of it may wait
                .put("indices.breaker.total.use_real_memory", false)
                // A full disk is the operator's alarm; refusing to write would not free it
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }
}
