package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command of a server that is written in Java and runs in a JVM and on a class path of its own. */
class ChildJvm {

    private final String server;
    private final Path module;
    private final DataFolder folder;

    /** @param module the folder of the Maven module that gathers the server's class path under {@code target} */
    ChildJvm(String server, Path module, DataFolder folder) {
        this.server = server;
        this.module = module;
        this.folder = folder;
    }

    List<String> command(List<String> flags, String mainClass, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.folder("cache").resolve(server + ".jsa"),
                // A broken or outdated archive costs a slower start; it is no reason for warnings in the log. Unless it
                // is verified, one that was written when everything was killed ends each start in a crash.
                "-XX:+VerifySharedSpaces",
                "-XX:ErrorFile=" + folder.folder("logs").resolve(server + "-crash-%p.log"),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-XX:-UsePerfData",
                // Only Linux knows the large pages
                "-XX:+IgnoreUnrecognizedVMOptions",
                LargePages.OF_JAVA,
                "-Djava.io.tmpdir=" + folder.folder("tmp"),
                "-cp",
                classPath()));
        line.addAll(line.size() - 2, flags);
        line.add(mainClass);
        line.addAll(List.of(arguments));
        return line;
    }

    private String classPath() throws IOException {
        var libraries = module.resolve("target/lib");
        if (!Files.isDirectory(libraries)) {
            throw new StackCannotStart("%s is not built, %s is missing: start with deploy/run, which builds it"
                    .formatted(server, libraries));
        }
        try (var files = Files.list(libraries)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }
}
