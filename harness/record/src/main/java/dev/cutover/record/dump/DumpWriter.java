package dev.cutover.record.dump;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Saves what was read from one system at one moment: a file per table, labels first, then tab-separated rows; and last of all the index with
 * row counts and hashes. A dump without its index was not finished. For one thread.
 */
public final class DumpWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path observed;
    private final String name;
    private final Texts texts;
    private final Map<String, Object> index = new LinkedHashMap<>();
    private final Map<String, DumpHeader.Table> tables = new LinkedHashMap<>();
    private final Map<String, Content> first = new LinkedHashMap<>();
    private final Map<String, Content> again = new LinkedHashMap<>();

    /** One that keeps what it is given as it is. */
    public DumpWriter(Path observed, String system, String moment) {
        this(observed, system, moment, Texts.AS_THEY_ARE);
    }

    public DumpWriter(Path observed, String system, String moment, Texts texts) {
        this.observed = observed;
        this.name = system + "-" + moment;
        this.texts = texts;
        index.put("system", system);
        index.put("moment", moment);
    }

    /** Starts a table; close it before the next. */
    public Table table(Section section, String table, String... labels) throws IOException {
        String full = section.table(table);
        Path file = observed.resolve(name + "." + full + ".tsv");
        return new Table(section, full, new BufferedOutputStream(Files.newOutputStream(file)), first, labels);
    }

    /** Starts to compare a table, read once more, with what was saved of it; nothing is written. Close it before the next. */
    public Table again(Section section, String table, String... labels) throws IOException {
        String full = section.table(table);
        return new Table(section, full, OutputStream.nullOutputStream(), again, labels);
    }

    /** The tables that were not the same when they were read again, in one sentence; empty if all were. */
    public String moved() {
        String moved = again.entrySet().stream()
                .filter(table -> !table.getValue().equals(first.get(table.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return moved.isEmpty() ? "" : "not at rest: read again after all dumps, other rows were in " + moved;
    }

    public void totals(SortedMap<String, @Nullable BigDecimal> totals) throws IOException {
        Files.write(observed.resolve(name + ".totals.json"), JSON.writeValueAsBytes(totals));
    }

    /**
     * Writes the index.
     *
     * @param invokedNs before the first query
     * @param returnedNs after the last row
     * @param reason why it is not complete; empty if it is
     */
    public void finish(long invokedNs, long returnedNs, String reason) throws IOException {
        index.put("invokedNs", invokedNs);
        index.put("returnedNs", returnedNs);
        index.put("complete", reason.isEmpty());
        index.put("reason", reason);
        index.put("tables", tables);
        Files.write(observed.resolve(name + ".json"), JSON.writeValueAsBytes(index));
    }

    /** Which rows a table has, in whatever order: how many, and the sum of their hashes. */
    private record Content(long rows, long high, long low) {
        private static final Content NONE = new Content(0, 0, 0);

        Content with(byte[] row) {
            ByteBuffer hash = ByteBuffer.wrap(DigestUtils.sha256(row));
            return new Content(rows + 1, high + hash.getLong(), low + hash.getLong());
        }
    }

    /** Rows of one table. */
    public final class Table implements AutoCloseable {

        private final Section section;
        private final String table;
        private final String[] labels;
        private final MessageDigest digest = DigestUtils.getSha256Digest();
        private final OutputStream out;
        private final Map<String, Content> contents;
        private Content content = Content.NONE;

        private Table(
                Section section, String table, OutputStream target, Map<String, Content> contents, String... labels)
                throws IOException {
            this.section = section;
            this.table = table;
            this.labels = labels.clone();
            this.contents = contents;
            this.out = new DigestOutputStream(target, digest);
            out.write(line(labels));
        }

        public void row(@Nullable String... values) throws IOException {
            byte[] line = line(kept(values));
            out.write(line);
            content = content.with(line);
        }

        private @Nullable String[] kept(@Nullable String... values) {
            @Nullable String[] kept = values.clone();
            for (int column = 0; column < kept.length; column++) {
                if (!section.keepsAsItIs(column, labels[column])) {
                    kept[column] = texts.kept(values[0], shortened(values[column]));
                }
            }
            return kept;
        }

        private @Nullable String shortened(@Nullable String value) {
            return section == Section.ASKED && value != null ? AskedText.kept(value) : value;
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write table " + table + " of " + name, e);
            }
            contents.put(table, content);
            // A table that is only compared has rows, too, but no file.
            tables.putIfAbsent(
                    table, new DumpHeader.Table(content.rows(), HexFormat.of().formatHex(digest.digest())));
        }
    }

    private static byte[] line(@Nullable String... values) {
        return (TabSeparated.line(values) + '\n').getBytes(StandardCharsets.UTF_8);
    }
}
