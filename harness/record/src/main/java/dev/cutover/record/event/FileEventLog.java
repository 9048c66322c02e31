package dev.cutover.record.event;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/** {@code events.jsonl}: one event a line, forced to disk before {@link #record} returns; goes on after a crash where the file ends. */
public final class FileEventLog implements EventLog {
    private final Path file;
    private final FileOutputStream stream; // not a channel: an interrupted thread would close that by writing
    private final Consumer<LogEntry> listener;
    private long seq;

    private FileEventLog(Path file, FileOutputStream stream, long seq, Consumer<LogEntry> listener) {
        this.file = file;
        this.stream = stream;
        this.seq = seq;
        this.listener = listener;
    }

    /** Opens the log to append to; makes the file where there is none. */
    public static FileEventLog open(Path file) throws IOException {
        return open(file, entry -> {});
    }

    /**
     * Opens the log to append to; makes the file where there is none.
     *
     * @param listener told of each event once it is on disk, in the thread that recorded it; must not fail
     */
    public static FileEventLog open(Path file, Consumer<LogEntry> listener) throws IOException {
        boolean torn = false;
        long last = 0;
        if (Files.exists(file)) {
            var entries = EventReader.read(file).entries();
            last = entries.isEmpty() ? 0 : entries.getLast().seq();
            torn = endsInsideALine(file);
        }
        var log = new FileEventLog(file, new FileOutputStream(file.toFile(), true), last, listener);
        if (torn) {
            log.append("\n");
        }
        return log;
    }

    private static boolean endsInsideALine(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.position(channel.size() - 1).read(last) == 1 && last.get(0) != '\n';
        }
    }

    @Override
    public synchronized LogEntry record(Event event) {
        LogEntry entry = new LogEntry(seq + 1, System.nanoTime(), Instant.now(), event);
        try {
            append(EventFormat.write(entry) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot append to " + file + "; is the disk full?", e);
        }
        seq++;
        listener.accept(entry);
        return entry;
    }

    private void append(String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
        stream.getFD().sync();
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
