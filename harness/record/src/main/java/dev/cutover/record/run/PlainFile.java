package dev.cutover.record.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a file of a run must be before it is read whole: a component may have written it, and may have gone wrong. */
public final class PlainFile {
    /** Of the memory there is: a file is held as text and as values. */
    private static final int MOST_OF_MEMORY = 6;

    private PlainFile() {}

    /**
     * Refuses what no run writes, and what does not fit into memory.
     *
     * @throws NoSuchFileException if there is none
     * @throws IOException if it is a link or too large
     */
    public static void require(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new IOException("it is a symbolic link, which no run writes");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString());
        }
        long most = Runtime.getRuntime().maxMemory() / MOST_OF_MEMORY;
        if (Files.size(file) > most) {
            throw new IOException("it has " + (Files.size(file) >> 20) + " MiB, and only files of up to " + (most >> 20)
                    + " MiB fit into memory: give Java more (-Xmx)");
        }
    }
}
