package dev.cutover.environment.process;

import dev.cutover.environment.running.FileTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A directory or file that is made once: beside its place and then moved, so that it is there completely or not at all.
 */
final class CacheEntry {
    private CacheEntry() {}

    /** Makes what belongs at the given path, which does not exist yet. */
    interface Maker {
        void make(Path path) throws IOException;
    }

    /** Only one thread of one testbed on this machine makes anything at a time; the others find it made. */
    @SuppressWarnings("try") // the lock is only held
    static synchronized Path make(Path entry, Maker maker) throws IOException {
        if (Files.exists(entry)) {
            return entry;
        }
        Path cache = Files.createDirectories(entry.toAbsolutePath().getParent());
        try (FileChannel channel =
                        FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(entry)) {
                Path unfinished = cache.resolve(entry.getFileName() + ".unfinished");
                FileTree.delete(unfinished);
                maker.make(unfinished);
                Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return entry;
    }
}
