package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.LmsApplication;
import academy.artisan.lms.testing.Api;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import static org.awaitility.Awaitility.await;

/** The whole application with its embedded stack in a process of its own, as an operator runs it. */
public class ApplicationProcess {

    public static final String ADMIN_PASSWORD = "Workbench-and-lathe-7";

    private static final Duration START_PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final RestClient http;
    private final int port;

    private ApplicationProcess(Process process, int port) {
        this.process = process;
        this.http = clientOf(port);
        this.port = port;
    }

    public static ApplicationProcess start(Path data, Path log) throws IOException {
        return start(data, log, Map.of());
    }

    /** With further environment variables; the object store is its own unless these name another. */
    public static ApplicationProcess start(Path data, Path log, Map<String, String> variables) throws IOException {
        var port = variables.containsKey("LMS_PORT") ? Integer.parseInt(variables.get("LMS_PORT")) : Ports.free();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LmsApplication.class.getName());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LMS_S3_"));
        builder.environment().putAll(variables);
        builder.environment()
                .putAll(Map.of(
                        "LMS_DATA", data.toString(),
                        "LMS_PORT", Integer.toString(port),
                        "LMS_HOME", SharedStack.deployFolder(),
                        "LMS_ADMIN_PASSWORD", ADMIN_PASSWORD));
        return new ApplicationProcess(builder.start(), port);
    }

    public Process process() {
        return process;
    }

    /** A client that takes a 503 as an answer: the default one would ask again. */
    private static RestClient clientOf(int port) {
        return RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory())
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    /** Where it answers. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The variables of another process that is to answer where this one did. */
    public Map<String, String> variablesOfNext(Map<String, String> variables) {
        var next = new HashMap<>(variables);
        next.put("LMS_PORT", Integer.toString(port));
        return next;
    }

    public Api api() {
        return Api.at(port);
    }

    RestClient http() {
        return http;
    }

    public void awaitReady() {
        await().atMost(START_PATIENCE).until(() -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new AssertionError("The application ended with exit code " + process.exitValue());
        }
    }

    boolean isReady() {
        try {
            return http.get()
                    .uri("/actuator/health/readiness")
                    .exchange(
                            (request, response) -> response.getStatusCode().isSameCodeAs(HttpStatusCode.valueOf(200)));
        } catch (ResourceAccessException notYet) {
            return false;
        }
    }

    /** Its servers: PostgreSQL, Redis, the object store and the search engine. */
    List<ProcessHandle> children() {
        return process.children().toList();
    }
}
