package dev.cutover.record.dump;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cutover.record.json.Json;
import dev.cutover.record.json.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Reads dumps back; one whose files differ from what its header says is incomplete, and nobody is accused by it. */
public final class StateDumpReader {
    private static final TypeReference<TreeMap<String, @Nullable BigDecimal>> TOTALS = new TypeReference<>() {};

    /** The lines of a table before its rows. */
    private static final int LABELS = 1;

    private final Path directory;
    private final KeyNames keys;

    /** For dumps in a directory. */
    public StateDumpReader(Path directory, KeyNames keys) {
        this.directory = directory;
        this.keys = keys;
    }

    /** Reads the dump of a name such as {@code old-final}. */
    public StateDump read(String name) {
        try {
            DumpHeader header = Json.read(directory.resolve(name + ".json"), DumpHeader.class);
            if (!name.equals(header.system() + "-" + header.moment())) {
                throw new IOException("its header is that of " + header.system() + "-" + header.moment());
            }
            return header.complete()
                    ? tables(name, header)
                    : incomplete(name, "it was not finished: " + header.reason());
        } catch (IOException | RuntimeException e) {
            return incomplete(name, name + " cannot be read: " + e.getMessage());
        }
    }

    /** A dump that must not be read, and why. */
    public static StateDump incomplete(String name, String reason) {
        int dash = name.indexOf('-');
        return StateDump.incomplete(name.substring(0, dash), name.substring(dash + 1), reason);
    }

    private StateDump tables(String name, DumpHeader header) throws IOException {
        return new StateDump(
                header.system(),
                header.moment(),
                header.invokedNs(),
                header.returnedNs(),
                true,
                "",
                tables(name, header, Section.APPLIED, this::ledger),
                tables(name, header, Section.REGISTERS, this::ledger),
                tables(name, header, Section.ENTITIES, this::entities),
                totals(directory.resolve(name + ".totals.json")),
                tables(name, header, Section.INVARIANTS, StateDumpReader::rows),
                tables(name, header, Section.ASKED, (file, expected) -> ofOperations(file, expected, "text")),
                tables(name, header, Section.COUNTED, this::counted),
                tables(name, header, Section.KEPT, StateDumpReader::rows),
                tables(name, header, Section.EFFECTS, (file, expected) -> ofOperations(file, expected, "amount")));
    }

    /** Reads one table. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(Path file, DumpHeader.Table expected) throws IOException;
    }

    private <T> SortedMap<String, T> tables(String name, DumpHeader header, Section section, Reading<T> reading)
            throws IOException {
        SortedMap<String, T> tables = new TreeMap<>();
        for (Map.Entry<String, DumpHeader.Table> table : header.tables().entrySet()) {
            if (Section.of(table.getKey()) == section) {
                Path file = directory.resolve(name + "." + table.getKey() + ".tsv");
                tables.put(section.name(table.getKey()), reading.read(file, table.getValue()));
            }
        }
        return tables;
    }

    private Ledger ledger(Path file, DumpHeader.Table expected) throws IOException {
        LedgerReader ledger = new LedgerReader(keys);
        verified(file, expected, ledger);
        return ledger.ledger();
    }

    private static List<StateDump.Row> ofOperations(Path file, DumpHeader.Table expected, String column)
            throws IOException {
        List<StateDump.Row> rows = new ArrayList<>();
        verified(
                file,
                expected,
                new LabelledReader(
                        "operation", column, (operation, text) -> rows.add(new StateDump.Row(operation, text))));
        return rows;
    }

    private Map<Long, Long> counted(Path file, DumpHeader.Table expected) throws IOException {
        Map<Long, Long> counts = new TreeMap<>();
        verified(file, expected, new LabelledReader("key", "n", (key, n) -> {
            if (counts.put(keys.number(key), Long.parseLong(n)) != null) {
                throw new IllegalArgumentException("key " + key + " is there twice");
            }
        }));
        return counts;
    }

    /** The owner is the last column, if it is called so, and at least the third; it is no part of the text. */
    private List<StateDump.Row> entities(Path file, DumpHeader.Table expected) throws IOException {
        List<StateDump.Row> rows = new ArrayList<>();
        boolean[] owned = {false};
        verified(file, expected, (line, number) -> {
            int last = line.lastIndexOf('\t');
            if (number <= LABELS) {
                owned[0] = line.substring(last + 1).equals(StateDump.OWNER) && line.indexOf('\t') < last;
            } else if (owned[0]) {
                StateDump.Row row = row(line.substring(0, last));
                rows.add(new StateDump.Row(row.key(), row.text(), keys.number(line.substring(last + 1))));
            } else {
                rows.add(row(line));
            }
        });
        return rows;
    }

    private static List<StateDump.Row> rows(Path file, DumpHeader.Table expected) throws IOException {
        List<StateDump.Row> rows = new ArrayList<>();
        verified(file, expected, (line, number) -> {
            if (number > LABELS) {
                rows.add(row(line));
            }
        });
        return rows;
    }

    /** Hands out rows as they come; whether they are what was saved is known at the end only, and it throws if they are not. */
    private static void verified(Path file, DumpHeader.Table expected, Lines.Reading taker) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        long rows;
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            rows = Lines.each(in, taker) - LABELS;
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (rows != expected.rows() || !sha256.equals(expected.sha256())) {
            throw new IOException(file.getFileName() + " has " + rows + " rows and sha256 " + sha256
                    + ", but was saved with " + expected.rows() + " rows and " + expected.sha256());
        }
    }

    private static StateDump.Row row(String line) {
        int tab = line.indexOf('\t');
        return tab < 0
                ? new StateDump.Row(line, "")
                : new StateDump.Row(line.substring(0, tab), line.substring(tab + 1));
    }

    /** Sums by name; one that was NULL, as over an empty table, is left out. */
    public static SortedMap<String, BigDecimal> totals(Path file) throws IOException {
        SortedMap<String, BigDecimal> totals = new TreeMap<>();
        Json.MAPPER.readValue(file.toFile(), TOTALS).forEach((name, sum) -> {
            if (sum != null) {
                totals.put(name, sum);
            }
        });
        return totals;
    }
}
