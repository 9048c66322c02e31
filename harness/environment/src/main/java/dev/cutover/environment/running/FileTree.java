package dev.cutover.environment.running;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Directories with all they contain. */
public final class FileTree {
    private FileTree() {}

    /**
     * Makes one directory equal to another, whether it is there or not. Files of the same size and time are taken for
     * equal. Keeps the permissions: a database refuses a directory that others may read.
     */
    public static void mirror(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            deleteOthers(from, to);
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path copy = counterpart(directory, from, to);
                if (!Files.exists(copy)) {
                    Files.copy(directory, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                copyFile(file, attributes, counterpart(file, from, to));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Path counterpart(Path path, Path root, Path other) {
        return other.resolve(root.relativize(path).toString());
    }

    /** Into the file that is there, if there is one: a new one costs more. */
    private static void copyFile(Path file, BasicFileAttributes attributes, Path copy) throws IOException {
        if (!Files.exists(copy)) {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        } else if (Files.size(copy) != attributes.size()
                || !Files.getLastModifiedTime(copy).equals(attributes.lastModifiedTime())) {
            Files.write(copy, Files.readAllBytes(file));
            Files.setLastModifiedTime(copy, attributes.lastModifiedTime());
        }
    }

    private static void deleteOthers(Path from, Path to) throws IOException {
        Files.walkFileTree(to, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (Files.isDirectory(counterpart(directory, to, from))) {
                    return FileVisitResult.CONTINUE;
                }
                delete(directory);
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!Files.isRegularFile(counterpart(file, to, from))) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    public static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
