package dev.cutover.record.dump;

import dev.cutover.record.journal.OperationIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rows of a dump by their labels: {@code operation}, and {@code key}, {@code version}, {@code position} where there are such. */
final class LedgerReader {
    private static final String OPERATION = "operation";
    private static final int NONE = -1;

    private final KeyNames keys;
    private final List<String> labels;
    private final int operation;

    private LedgerReader(List<String> labels, KeyNames keys) {
        this.labels = labels;
        this.keys = keys;
        this.operation = labels.indexOf(OPERATION);
        if (operation == NONE) {
            throw new IllegalArgumentException(
                    "expected a column operation, and key, version, position where there are such; found: "
                            + String.join(", ", labels));
        }
    }

    static Ledger read(List<String> lines, KeyNames keys) {
        List<String> labels = Arrays.asList(lines.getFirst().split("\t", -1));
        return new LedgerReader(labels, keys).read(lines.subList(1, lines.size()));
    }

    private Ledger read(List<String> rows) {
        Set<Ledger.Column> known = EnumSet.noneOf(Ledger.Column.class);
        for (Ledger.Column column : Ledger.Column.values()) {
            if (index(column) != NONE) {
                known.add(column);
            }
        }
        Ledger.Builder ledger = new Ledger.Builder(known);
        int key = index(Ledger.Column.KEY);
        int version = index(Ledger.Column.VERSION);
        int position = index(Ledger.Column.POSITION);
        List<String> fields = new ArrayList<>();
        for (String row : rows) {
            split(row, fields);
            ledger.row(
                    key == NONE ? 0 : keys.number(fields.get(key)),
                    version == NONE || fields.get(version).equals(StateDump.NULL) ? 0 : number(fields, version),
                    operation(fields.get(operation)),
                    position == NONE ? 0 : number(fields, position));
        }
        return ledger.build();
    }

    private int index(Ledger.Column column) {
        return labels.indexOf(column.name().toLowerCase(Locale.ROOT));
    }

    private void split(String row, List<String> fields) {
        fields.clear();
        int from = 0;
        for (int tab = row.indexOf('\t'); tab >= 0; tab = row.indexOf('\t', from)) {
            fields.add(row.substring(from, tab));
            from = tab + 1;
        }
        fields.add(row.substring(from));
        if (fields.size() != labels.size()) {
            throw new IllegalArgumentException("expected " + labels.size() + " columns; found: " + row);
        }
    }

    private long number(List<String> fields, int column) {
        try {
            return Long.parseLong(fields.get(column));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected a whole number as " + labels.get(column) + "; found: " + fields.get(column), e);
        }
    }

    private static long operation(String text) {
        return text.equals("0") || text.equals(StateDump.NULL)
                ? 0
                : OperationIds.read(text).orElse(Ledger.FOREIGN);
    }
}
