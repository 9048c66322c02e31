package dev.cutover.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A repository of artifacts that holds what this build would install, over links to all else that the build itself used. */
record LocalRepository(Path root, String version) implements AutoCloseable {

    private static final Path GROUP = Path.of("dev", "cutover");

    static LocalRepository over(Path used, Path root, String version) throws IOException {
        link(used, root, GROUP.getName(0));
        link(used.resolve(GROUP.getName(0)), root.resolve(GROUP.getName(0)), GROUP.getName(1));
        return new LocalRepository(root, version);
    }

    private static void link(Path from, Path to, Path except) throws IOException {
        Files.createDirectories(to);
        for (Path entry : Files.isDirectory(from) ? entries(from) : List.<Path>of()) {
            if (!entry.endsWith(except)) {
                Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
            }
        }
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    /** As the install plugin lays it down. */
    void install(String artifact, Path file, String type) throws IOException {
        Path place =
                Files.createDirectories(root.resolve(GROUP).resolve(artifact).resolve(version));
        Files.copy(file, place.resolve(artifact + "-" + version + "." + type));
    }

    /** Takes the links away, so that nobody who deletes the rest follows one. */
    @Override
    public void close() throws IOException {
        for (Path directory : List.of(root, root.resolve(GROUP.getName(0)))) {
            for (Path entry : entries(directory)) {
                if (Files.isSymbolicLink(entry)) {
                    Files.delete(entry);
                }
            }
        }
    }
}
