package dev.cutover.record.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cutover.record.json.Json;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code events.jsonl}: one event a line, forced to disk before {@link #record} returns; goes on after a crash where the file ends. */
public final class FileEventLog implements EventLog {
    private final Path file;
    private final FileOutputStream stream; // not a channel: an interrupted thread would close that by writing

    private FileEventLog(Path file, FileOutputStream stream) {
        this.file = file;
        this.stream = stream;
    }

    /** Opens the log to append to; makes the file where there is none. */
    public static FileEventLog open(Path file) throws IOException {
        boolean torn = endsInsideALine(file);
        FileEventLog log = new FileEventLog(file, new FileOutputStream(file.toFile(), true));
        if (torn) {
            log.append("\n");
        }
        return log;
    }

    private static boolean endsInsideALine(Path file) throws IOException {
        if (!file.toFile().exists()) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    @Override
    public synchronized Event record(String kind, Map<String, Object> fields) {
        Event event = new Event(System.nanoTime(), Instant.now(), kind, fields);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ns", event.ns());
        line.put("at", event.at().toString());
        line.put("kind", kind);
        line.putAll(fields);
        try {
            append(Json.MAPPER.writeValueAsString(line) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event " + kind + " has a field that JSON cannot say: " + fields, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot append to " + file + "; is the disk full?", e);
        }
        return event;
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
