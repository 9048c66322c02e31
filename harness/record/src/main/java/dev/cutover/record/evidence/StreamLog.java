package dev.cutover.record.evidence;

import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.json.JsonLines;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A topic between the systems as it was read, from its beginning to its end, when the run was at rest.
 *
 * @param extent how much of it there was
 * @param entries its records, in each partition by their offsets
 */
public record StreamLog(Extent extent, List<Entry> entries) {
    /** Of which nothing was read. */
    static final StreamLog NONE = new StreamLog(new Extent("", "", 0, List.of()), List.of());

    public StreamLog {
        entries = List.copyOf(entries);
    }

    /** The file of a stream, below {@code observed/}. */
    public static String file(String name) {
        return "stream-" + name + ".jsonl";
    }

    /** A record; the operation that it names is 0 if it names none. */
    public record Entry(int partition, long offset, long operation) {}

    /**
     * How much of a topic there was.
     *
     * @param cleanup what the broker does with what is old: {@code delete}, {@code compact} or both
     * @param records how many were read
     */
    public record Extent(String topic, String cleanup, long records, List<Part> partitions) {
        public Extent {
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(cleanup, "cleanup");
            partitions = List.copyOf(partitions);
        }

        /** Why records that once were there may not have been read; empty if all were. */
        public String lacks() {
            if (!cleanup.equals("delete")) {
                return "its cleanup.policy is " + cleanup + ", so older records of a key may be gone";
            }
            if (partitions.isEmpty()) {
                return "it has no partition";
            }
            return partitions.stream()
                    .filter(part -> part.begin() > 0 || part.read() < part.end())
                    .findFirst()
                    .map(part -> "partition " + part.partition() + " was read from " + part.begin() + " to "
                            + part.read() + ", though it went from 0 to " + part.end())
                    .orElse("");
        }
    }

    /**
     * A partition.
     *
     * @param begin the first offset that was still there after all was read
     * @param read the offset up to which it was read
     * @param end the offset at which it ended
     */
    public record Part(int partition, long begin, long read, long end) {}

    /** A line: a record, or, as the last one, the extent. */
    private record Line(
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable String operation,
            @Nullable Extent extent) {

        Entry entry() {
            return new Entry(
                    Objects.requireNonNull(partition, "partition"),
                    Objects.requireNonNull(offset, "offset"),
                    operation == null ? 0 : OperationIds.read(operation).orElse(0));
        }
    }

    /** Writes one, record by record. */
    public static final class Writer implements AutoCloseable {
        private final BufferedWriter lines;

        public Writer(Path file) throws IOException {
            lines = Files.newBufferedWriter(file);
        }

        /** The next record; null if it names no operation. */
        public void entry(int partition, long offset, @Nullable String operation) throws IOException {
            line(new Line(partition, offset, operation, null));
        }

        /** After all records; without it the file counts as torn. */
        public void end(Extent extent) throws IOException {
            line(new Line(null, null, null, extent));
        }

        private void line(Line line) throws IOException {
            lines.write(JsonLines.line(line));
            lines.newLine();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** What was written to a file. */
    static StreamLog read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<Extent> extents = new ArrayList<>();
        JsonLines.each(file, Line.class, line -> {
            if (line.extent() == null) {
                entries.add(line.entry());
            } else {
                extents.add(line.extent());
            }
        });
        if (extents.size() != 1 || extents.getFirst().records() != entries.size()) {
            throw new IOException("it has " + entries.size() + " records, of which its end tells otherwise");
        }
        return new StreamLog(extents.getFirst(), entries);
    }
}
