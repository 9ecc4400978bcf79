package academy.artisan.lms.elasticsearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A node in a child process, as the application starts it. */
final class NodeProcess implements AutoCloseable {

    private static final Path BUILD = Path.of("target").toAbsolutePath();

    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private NodeProcess(Process process, int port) {
        this.process = process;
        this.address = URI.create("http://127.0.0.1:" + port);
    }

    static NodeProcess start(Path home) throws IOException {
        int port = freePort();
        var process = new ProcessBuilder(command(home, port))
                .redirectError(home.resolve("log.txt").toFile())
                .start();
        awaitReady(process.inputReader());
        return new NodeProcess(process, port);
    }

    private static List<String> command(Path home, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                BUILD.resolve("classes") + ":" + BUILD.resolve("lib") + "/*",
                ElasticsearchNode.class.getName(),
                "--home",
                home.toString(),
                "--port",
                Integer.toString(port),
                "--host",
                "127.0.0.1");
    }

    private static void awaitReady(BufferedReader output) throws IOException {
        for (var line = output.readLine(); !"READY".equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("The node ended before it was ready");
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        var type = path.contains("_bulk") ? "application/x-ndjson" : "application/json";
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int terminate() throws InterruptedException {
        // Process.destroy() would end its input as well
        process.toHandle().destroy();
        return process.waitFor();
    }

    /** Ends its standard input, as happens when the parent dies. */
    int endInput() throws IOException, InterruptedException {
        process.outputWriter().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The node lives on without a parent");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        http.close();
    }
}
