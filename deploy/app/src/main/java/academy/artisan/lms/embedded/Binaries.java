package academy.artisan.lms.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** Unpacks programs from jars on the class path, once for each version of the jar. */
class Binaries {

    private static final ClassLoader RESOURCES = Binaries.class.getClassLoader();

    private final Path folder;

    Binaries(Path folder) {
        this.folder = folder;
    }

    /** The contents of a .tar.xz archive. */
    Path archive(String resource) throws IOException {
        return once(resource, "", target -> {
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(open(resource)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, target);
                }
            }
        });
    }

    /** The files directly within a folder of a jar. */
    Path folder(String resourceFolder, String anyFileInIt) throws IOException {
        var resource = resourceFolder + anyFileInIt;
        return once(resource, "", target -> {
            try (var jar = jarOf(resource).getJarFile()) {
                for (var entry : jar.stream().toList()) {
                    if (entry.getName().startsWith(resourceFolder) && !entry.isDirectory()) {
                        var name = entry.getName().substring(resourceFolder.length());
                        copy(jar.getInputStream(entry), target.resolve(name), true);
                    }
                }
            }
        });
    }

    /** One program, by its own name. */
    Path program(String resource) throws IOException {
        return once(resource, resource, target -> copy(open(resource), target.resolve(resource), true))
                .resolve(resource);
    }

    /**
     * Fills a folder named after the jar and renames it when complete, so that a kill in the middle leaves nothing
     * half.
     */
    private Path once(String resource, String suffix, Unpacking unpacking) throws IOException {
        var jar =
                Path.of(jarOf(resource).getJarFileURL().getPath()).getFileName().toString();
        var target = folder.resolve(jar.replaceFirst("\\.jar$", "") + (suffix.isEmpty() ? "" : "-" + suffix));
        if (!Files.exists(target)) {
            var partial = folder.resolve(target.getFileName() + ".partial");
            FileSystemUtils.deleteRecursively(partial);
            unpacking.into(Files.createDirectories(partial));
            Files.move(partial, target);
        }
        return target;
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("%s would be unpacked outside its folder".formatted(entry.getName()));
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolve(".."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            copy(tar, target, (entry.getMode() & 0100) != 0);
        }
    }

    private static void copy(InputStream content, Path target, boolean executable) throws IOException {
        Files.copy(content, target);
        if (executable && !target.toFile().setExecutable(true)) {
            throw new IOException("%s cannot be made executable".formatted(target));
        }
    }

    private static JarURLConnection jarOf(String resource) throws IOException {
        var url = RESOURCES.getResource(resource);
        if (url == null) {
            throw missing(resource);
        }
        return (JarURLConnection) url.openConnection();
    }

    private static InputStream open(String resource) {
        var stream = RESOURCES.getResourceAsStream(resource);
        if (stream == null) {
            throw missing(resource);
        }
        return stream;
    }

    private static StackCannotStart missing(String resource) {
        return new StackCannotStart("%s is missing on the class path: build again on this machine".formatted(resource));
    }

    private interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
