package academy.artisan.lms.elasticsearch;

import java.nio.file.Path;
import java.util.HashMap;

/**
 * What the command line says.
 *
 * @param home the folder that holds everything of this node; one node per folder
 */
record NodeOptions(Path home, String host, int port) {

    static NodeOptions parse(String... args) {
        var values = new HashMap<String, String>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            values.put(args[i], args[i + 1]);
        }
        var home = values.remove("--home");
        if (home == null || args.length % 2 != 0) {
            throw usage();
        }
        var host = values.getOrDefault("--host", "127.0.0.1");
        var port = values.getOrDefault("--port", "9200");
        values.remove("--host");
        values.remove("--port");
        if (!values.isEmpty()) {
            throw usage();
        }
        return new NodeOptions(Path.of(home).toAbsolutePath().normalize(), host, Integer.parseInt(port));
    }

    private static IllegalArgumentException usage() {
        return new IllegalArgumentException("Arguments: --home FOLDER [--host ADDRESS] [--port PORT]");
    }
}
