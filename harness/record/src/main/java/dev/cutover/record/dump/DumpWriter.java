package dev.cutover.record.dump;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
 * Saves what was read from one system at one moment: a file of tab-separated rows per table, and last of all the index with row counts and hashes.
 * A dump without its index was not finished. For one thread.
 */
public final class DumpWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path observed;
    private final String name;
    private final Map<String, Object> index = new LinkedHashMap<>();
    private final Map<String, DumpHeader.Table> tables = new LinkedHashMap<>();
    private final Map<String, DumpHeader.Table> again = new LinkedHashMap<>();

    public DumpWriter(Path observed, String system, String moment) {
        this.observed = observed;
        this.name = system + "-" + moment;
        index.put("system", system);
        index.put("moment", moment);
    }

    /** Starts a table; close it before the next. */
    public Table table(String table) throws IOException {
        Path file = observed.resolve(name + "." + table + ".tsv");
        return new Table(table, new BufferedOutputStream(Files.newOutputStream(file)), tables);
    }

    /** Starts to compare a table, read once more, with what was saved of it; nothing is written. Close it before the next. */
    public Table again(String table) {
        return new Table(table, OutputStream.nullOutputStream(), again);
    }

    /** The tables that were not the same when they were read again, in one sentence; empty if all were. */
    public String moved() {
        String moved = again.entrySet().stream()
                .filter(table -> !table.getValue().equals(tables.get(table.getKey())))
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

    /** Rows of one table. */
    public final class Table implements AutoCloseable {

        private final String table;
        private final MessageDigest digest = DigestUtils.getSha256Digest();
        private final OutputStream out;
        private final Map<String, DumpHeader.Table> sums;
        private long rows;

        private Table(String table, OutputStream target, Map<String, DumpHeader.Table> sums) {
            this.table = table;
            this.sums = sums;
            this.out = new DigestOutputStream(target, digest);
        }

        public void row(@Nullable String... values) throws IOException {
            out.write((TabSeparated.line(values) + '\n').getBytes(StandardCharsets.UTF_8));
            rows++;
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write table " + table + " of " + name, e);
            }
            sums.put(table, new DumpHeader.Table(rows, HexFormat.of().formatHex(digest.digest())));
        }
    }
}
