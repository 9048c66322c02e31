package dev.cutover.record.evidence;

import dev.cutover.record.dump.AskedText;
import dev.cutover.record.json.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What operations asked for, beside the journal, whose slots have no room for it: a line for each operation, written before it is sent. Safe for many threads.
 */
public final class AskedFile implements AutoCloseable {
    private final WholeLines file;

    private AskedFile(WholeLines file) {
        this.file = file;
    }

    private record Line(long operation, String text) {
        Line {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Opens it to write to; makes it where there is none. */
    public static AskedFile open(Path path) throws IOException {
        return new AskedFile(WholeLines.append(path));
    }

    /** Remembers what an operation asks for, in canonical text; a long one by its hash ({@link AskedText}). */
    public void asks(long operation, String text) {
        try {
            file.add(new Line(operation, AskedText.kept(text)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save what operation " + operation + " asks for", e);
        }
    }

    /** The texts by operation. */
    static Map<Long, String> read(Path path) throws IOException {
        Map<Long, String> asked = new HashMap<>();
        JsonLines.each(path, Line.class, line -> asked.put(line.operation(), line.text()));
        return asked;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
