package dev.cutover.record.evidence;

import dev.cutover.record.json.JsonLines;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file to which JSON lines are appended, each whole in one write, so that it survives a kill of who writes. Safe for many threads. */
final class WholeLines implements AutoCloseable {
    private final FileChannel file;

    private WholeLines(FileChannel file) {
        this.file = file;
    }

    /** Opens it to write to; makes it where there is none. */
    static WholeLines append(Path path) throws IOException {
        return new WholeLines(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    synchronized void add(Object value) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((JsonLines.line(value) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            file.write(line);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
