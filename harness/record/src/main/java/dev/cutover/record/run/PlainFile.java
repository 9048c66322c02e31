package dev.cutover.record.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a file of a run must be before it is read: a component may have written it, and may have gone wrong. */
public final class PlainFile {
    private PlainFile() {}

    /**
     * Refuses what no run writes.
     *
     * @throws NoSuchFileException if there is none
     * @throws IOException if it is a link
     */
    public static void require(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new IOException("it is a symbolic link, which no run writes");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString());
        }
    }
}
