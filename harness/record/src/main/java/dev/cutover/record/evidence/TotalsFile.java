package dev.cutover.record.evidence;

import dev.cutover.record.dump.TabSeparated;
import dev.cutover.record.json.Lines;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sums that were read again and again during the run: labels, then a line for each. Safe for many threads. */
public final class TotalsFile implements AutoCloseable {
    private static final String LABELS = TabSeparated.line("system", "total", "invokedNs", "returnedNs", "value");
    private static final int COLUMNS = 5;

    private final BufferedWriter file;

    private TotalsFile(BufferedWriter file) {
        this.file = file;
    }

    /** Opens a new one to write to. */
    public static TotalsFile create(Path path) throws IOException {
        TotalsFile totals = new TotalsFile(Files.newBufferedWriter(path));
        totals.line(LABELS);
        return totals;
    }

    /** Adds one. */
    public void add(TotalRead read) throws IOException {
        line(TabSeparated.line(
                read.system(),
                read.total(),
                Long.toString(read.invokedNs()),
                Long.toString(read.returnedNs()),
                read.value() == null ? null : read.value().toPlainString()));
    }

    private synchronized void line(String line) throws IOException {
        file.write(line + "\n");
    }

    /** Nothing can be added any more. */
    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    /** In the order in which they were read. */
    static List<TotalRead> read(Path path) throws IOException {
        List<TotalRead> all = new ArrayList<>();
        long lines = Lines.each(path, (line, number) -> {
            if (number > 1) {
                all.add(of(TabSeparated.values(line)));
            } else if (!line.equals(LABELS)) {
                throw new IOException("expected the labels " + LABELS + "; found: " + line);
            }
        });
        if (lines == 0) {
            throw new IOException("it is empty");
        }
        return all;
    }

    private static TotalRead of(@Nullable String[] values) throws IOException {
        if (values.length != COLUMNS) {
            throw new IOException("expected " + COLUMNS + " columns; found " + values.length);
        }
        String value = values[4];
        return new TotalRead(
                Objects.requireNonNull(values[0]),
                Objects.requireNonNull(values[1]),
                Long.parseLong(values[2]),
                Long.parseLong(values[3]),
                value == null ? null : new BigDecimal(value));
    }
}
