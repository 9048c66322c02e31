package dev.cutover.harness.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Saves one dump: table by table, then the totals, and last its header, without which it counts as incomplete.
 * Rows are lines of tab-separated fields as PostgreSQL's {@code copy … to stdout} makes them, so that may be written straight into {@link #table}.
 */
public final class StateDumpWriter implements AutoCloseable {
    private final Path directory;
    private final String system;
    private final String moment;
    private final Map<String, RowCountingStream> tables = new LinkedHashMap<>();

    /**
     * Begins a dump.
     *
     * @param directory {@code observed/} of the run directory; made if it is missing
     */
    public StateDumpWriter(Path directory, String system, String moment) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.system = system;
        this.moment = moment;
    }

    /** Where the bytes of a table go: {@code ledger}, or an entity; closed by {@link #finish}. */
    public OutputStream table(String name) throws IOException {
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(file(name + ".tsv")));
        RowCountingStream stream = new RowCountingStream(file);
        if (tables.putIfAbsent(name, stream) != null) {
            file.close();
            throw new IllegalArgumentException("table " + name + " was begun already");
        }
        return stream;
    }

    /** Writes one row; tabs, line ends and backslashes inside a field are escaped. */
    public static void row(OutputStream table, Object... fields) throws IOException {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.isEmpty() ? "" : "\t").append(escaped(String.valueOf(field)));
        }
        table.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** Saves the sums that no operation may change, by name; {@code old-initial.totals.json} needs nothing else. */
    public void totals(Map<String, Long> totals) throws IOException {
        Json.write(file("totals.json"), totals);
    }

    /**
     * Ends the dump.
     *
     * @param complete whether every table was read to its end
     * @param reason why not; else empty
     */
    public void finish(long invokedNs, long returnedNs, boolean complete, String reason) throws IOException {
        close();
        Map<String, DumpHeader.Table> counted = new LinkedHashMap<>();
        tables.forEach((name, stream) -> counted.put(name, stream.table()));
        Json.write(
                directory.resolve(system + "-" + moment + ".json"),
                new DumpHeader(system, moment, invokedNs, returnedNs, complete, reason, counted));
    }

    @Override
    public void close() throws IOException {
        for (RowCountingStream stream : tables.values()) {
            stream.close();
        }
    }

    private Path file(String suffix) {
        return directory.resolve(system + "-" + moment + "." + suffix);
    }
}
