package academy.artisan.lms.embedded;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Redis with an append-only file, so that what it was told survives its own end. */
class RedisServer implements Server {

    private static final int PATIENCE_MILLIS = 2_000;

    private final DataFolder folder;
    private final int port;
    private final String password;

    RedisServer(DataFolder folder, int port, String password) {
        this.folder = folder;
        this.port = port;
        this.password = password;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public List<String> prepare() throws IOException {
        var configuration = folder.file("run/redis.conf");
        OwnerOnly.write(configuration, """
                bind 127.0.0.1
                port %d
                dir "%s"
                requirepass %s
                appendonly yes
                save ""
                databases 256
                """.formatted(port, folder.folder("redis"), password));
        return List.of(program(), configuration.toString());
    }

    private String program() throws IOException {
        var binaries = new Binaries(folder.folder("bin"));
        for (var candidate : Platform.current().redisServers()) {
            var program = binaries.program(candidate).toString();
            if (Launcher.works(program, "--version")) {
                return program;
            }
        }
        throw new StackCannotStart(
                "No Redis server that is at hand runs on this system: install OpenSSL 3, or set LMS_REDIS_URL");
    }

    @Override
    public boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(Loopback.at(port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\nQUIT\r\n".formatted(password).getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.contains("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("spring.data.redis.url", "redis://:%s@127.0.0.1:%d".formatted(password, port));
    }
}
