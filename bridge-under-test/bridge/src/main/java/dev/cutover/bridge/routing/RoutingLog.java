package dev.cutover.bridge.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The append-only file of routing records: a record is on disk when {@link #append} returns. Not safe for concurrent
 * use.
 */
public final class RoutingLog implements RoutingStore {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Path file;
    private final FileChannel channel;
    private final List<RoutingRecord> replayed = new ArrayList<>();
    private long length;

    private RoutingLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens {@code routing.jsonl} in the directory, which is created; cuts a last line off that a crash tore. */
    public static RoutingLog open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("routing.jsonl");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        RoutingLog log = new RoutingLog(file, channel);
        try {
            log.replay(Files.readAllBytes(file));
            syncDirectory(directory);
            return log;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public List<RoutingRecord> replayed() {
        return List.copyOf(replayed);
    }

    /**
     * Writes one record through to the disk; after an IOException the file is as it was before, or nothing more is
     * accepted.
     */
    @Override
    public void append(RoutingRecord change) throws IOException {
        ByteBuffer line = StandardCharsets.UTF_8.encode(JSON.writeValueAsString(change) + "\n");
        int size = line.remaining();
        try {
            for (long at = length; line.hasRemaining(); ) {
                at += channel.write(line, at);
            }
            channel.force(true);
            length += size;
        } catch (IOException e) {
            cut();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void replay(byte[] content) throws IOException {
        int start = 0;
        for (int end = 0; end < content.length; end++) {
            if (content[end] == '\n') {
                replayed.add(read(new String(content, start, end - start, StandardCharsets.UTF_8)));
                start = end + 1;
            }
        }
        length = start;
        if (length < content.length) {
            cut();
        }
    }

    private RoutingRecord read(String line) throws IOException {
        RoutingRecord change;
        try {
            change = JSON.readValue(line, RoutingRecord.class);
        } catch (JsonProcessingException e) {
            throw notARecord(line, e);
        }
        if (change == null) {
            throw notARecord(line, null);
        }
        return change;
    }

    private IOException notARecord(String line, @Nullable Exception cause) {
        return new IOException(
                file + " line " + (replayed.size() + 1) + ": not a routing record: " + line
                        + "; the file was changed by something else: restore it, or find out who owns each bucket",
                cause);
    }

    private void cut() throws IOException {
        try {
            channel.truncate(length);
            channel.force(true);
        } catch (IOException e) {
            // What is in the file is unknown now; one more record behind it could be misread after a restart.
            channel.close();
            throw e;
        }
    }

    private static void syncDirectory(Path directory) throws IOException {
        try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }
}
