package academy.artisan.lms.embedded;

import java.util.List;
import java.util.Locale;

/** Under which names the published binaries for this system and processor are found on the class path. */
enum Platform {
    LINUX_X86_64("linux-x86_64", "linux-x86_64", "linux-amd64"),
    LINUX_ARM64("linux-arm_64", "linux-arm64", "linux-arm64"),
    MACOS_X86_64("darwin-x86_64", "macosx-x86_64", "darwin-amd64"),
    MACOS_ARM64("darwin-arm_64", "macosx-arm64", "darwin-arm64");

    private final String postgres;
    private final String ffmpeg;
    private final String redis;

    Platform(String postgres, String ffmpeg, String redis) {
        this.postgres = postgres;
        this.ffmpeg = ffmpeg;
        this.redis = redis;
    }

    static Platform current() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch");
        return switch ((system.startsWith("mac") ? "macos" : system) + " " + processor) {
            case "linux amd64", "linux x86_64" -> LINUX_X86_64;
            case "linux aarch64" -> LINUX_ARM64;
            case "macos x86_64" -> MACOS_X86_64;
            case "macos aarch64" -> MACOS_ARM64;
            case String other ->
                throw new StackCannotStart(
                        "There are no binaries of the embedded servers for %s: set the addresses of servers of your own (LMS_POSTGRES_URL, …)"
                                .formatted(other));
        };
    }

    String postgresArchive() {
        return "postgres-%s.txz".formatted(postgres);
    }

    String ffmpegFolder() {
        return "org/bytedeco/ffmpeg/%s-gpl/".formatted(ffmpeg);
    }

    /**
     * In order of preference: the first is linked against the system's OpenSSL 3, the statically linked one runs
     * anywhere.
     */
    List<String> redisServers() {
        return switch (this) {
            case LINUX_X86_64 -> List.of("redis-server-6.2.6-v5-linux-amd64", "redis-server-6.2.7-linux-386");
            case LINUX_ARM64 -> List.of("redis-server-6.2.7-linux-arm64");
            case MACOS_X86_64, MACOS_ARM64 -> List.of("redis-server-6.2.6-v5-" + redis);
        };
    }
}
