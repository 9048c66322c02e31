package dev.cutover.environment.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    Path directory;

    private Path template;
    private Path copy;

    @BeforeEach
    void template() throws IOException {
        template = directory.resolve("template");
        copy = directory.resolve("copy");
        Files.createDirectories(template.resolve("base/1"));
        Files.createDirectories(template.resolve("empty"));
        Files.writeString(template.resolve("base/1/rows"), "rows");
        Files.writeString(template.resolve("version"), "18");
        Files.setPosixFilePermissions(template, PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00.123Z")));
            }
        }
    }

    @Test
    void aMirrorOfNothingIsACopy() throws IOException {
        FileTree.mirror(template, copy);

        assertThat(content(copy)).isEqualTo(content(template));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rwx------");
    }

    @Test
    void whatWasChangedIsAsItWas() throws IOException {
        FileTree.mirror(template, copy);
        Files.writeString(copy.resolve("base/1/rows"), "ROWS");
        Files.writeString(copy.resolve("version"), "18, and longer");
        Files.writeString(copy.resolve("lock"), "pid");
        Files.createDirectories(copy.resolve("slots/a"));
        Files.writeString(copy.resolve("slots/a/state"), "state");
        Files.delete(copy.resolve("empty"));
        Files.writeString(copy.resolve("empty"), "a file where a directory was");

        FileTree.mirror(template, copy);

        assertThat(content(copy)).isEqualTo(content(template));
        assertThat(Files.getLastModifiedTime(copy.resolve("base/1/rows")))
                .isEqualTo(Files.getLastModifiedTime(template.resolve("base/1/rows")));
    }

    @Test
    void aDirectoryWhereAFileBelongsGivesWay() throws IOException {
        FileTree.mirror(template, copy);
        Files.delete(copy.resolve("version"));
        Files.createDirectories(copy.resolve("version/x"));

        FileTree.mirror(template, copy);

        assertThat(content(copy)).isEqualTo(content(template));
    }

    /** Of each path below: what a file holds, or that it is a directory. */
    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                content.put(
                        root.relativize(file).toString(),
                        Files.isDirectory(file) ? "a directory" : Files.readString(file));
            }
        }
        return content;
    }
}
