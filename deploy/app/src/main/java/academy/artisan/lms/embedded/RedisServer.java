package academy.artisan.lms.embedded;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Redis with an append-only file, so that what it was told survives its own end. */
class RedisServer implements Server {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final String SIZE = "(?i)[1-9]\\d{0,14}(b|kb?|mb?|gb?)?";

    private final DataFolder folder;
    private final int port;
    private final String password;
    private final String memory;

    /** @param memory how much it may use, as Redis writes it: {@code 512mb} */
    RedisServer(DataFolder folder, int port, String password, String memory) {
        this.folder = folder;
        this.port = port;
        this.password = password;
        this.memory = memory;
    }

    @Override
    public String name() {
        return "redis";
    }

    /**
     * What PostgreSQL does not know yet has no expiry, so that under {@code volatile-ttl} only what is settled makes
     * room; when that is not enough, writing is refused and players keep what they have.
     */
    @Override
    public List<String> prepare() throws IOException {
        if (!memory.matches(SIZE)) {
            throw new StackCannotStart("LMS_REDIS_MEMORY is no size such as 512mb or 2gb");
        }
        var configuration = folder.file("run/redis.conf");
        OwnerOnly.write(configuration, """
                bind 127.0.0.1
                port %d
                dir "%s"
                requirepass %s
                appendonly yes
                auto-aof-rewrite-min-size 512mb
                rdbcompression no
                save ""
                databases 256
                maxmemory %s
                maxmemory-policy volatile-ttl
                """.formatted(port, folder.folder("redis"), password, memory));
        return List.of(program(folder.folder("bin")), configuration.toString());
    }

    /** The first program that runs on this system, unpacked into the folder. */
    static String program(Path folder) throws IOException {
        var binaries = new Binaries(folder);
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
    public Map<String, String> environment() {
        return LargePages.OF_OTHERS;
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
        return Map.of(RedisAddress.PROPERTY, "redis://:%s@127.0.0.1:%d".formatted(password, port));
    }
}
