package dev.cutover.record.dump;

import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.json.Lines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a dump by their labels: {@code operation}, and {@code key}, {@code version}, {@code position}, {@code accepted} where there are such. */
final class LedgerReader implements Lines.Reading {
    private static final String OPERATION = "operation";
    private static final int NONE = -1;
    /** As databases write it. */
    private static final Set<String> TRUE = Set.of("t", "true", "1", "y", "yes");

    private final KeyNames keys;
    private final List<String> fields = new ArrayList<>();
    private List<String> labels = List.of();
    private int operation = NONE;
    private int key = NONE;
    private int version = NONE;
    private int position = NONE;
    private int accepted = NONE;
    private Ledger.@Nullable Builder ledger;

    LedgerReader(KeyNames keys) {
        this.keys = keys;
    }

    /** Whether a column with this label is read at all. */
    static boolean reads(String label) {
        return label.equals(OPERATION)
                || Arrays.stream(Ledger.Column.values())
                        .map(LedgerReader::label)
                        .anyMatch(label::equals);
    }

    private static String label(Ledger.Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void line(String line, long number) {
        Ledger.Builder begun = ledger;
        if (begun == null) {
            ledger = labels(line);
        } else {
            row(line, begun);
        }
    }

    /** What was read. */
    Ledger ledger() {
        Ledger.Builder begun = ledger;
        if (begun == null) {
            throw new IllegalArgumentException("it has no labels");
        }
        return begun.build();
    }

    private Ledger.Builder labels(String line) {
        labels = Arrays.asList(line.split("\t", -1));
        operation = labels.indexOf(OPERATION);
        if (operation == NONE) {
            throw new IllegalArgumentException(
                    "expected a column operation, and key, version, position where there are such; found: "
                            + String.join(", ", labels));
        }
        key = index(Ledger.Column.KEY);
        version = index(Ledger.Column.VERSION);
        position = index(Ledger.Column.POSITION);
        accepted = index(Ledger.Column.ACCEPTED);
        Set<Ledger.Column> known = EnumSet.noneOf(Ledger.Column.class);
        for (Ledger.Column column : Ledger.Column.values()) {
            if (index(column) != NONE) {
                known.add(column);
            }
        }
        return new Ledger.Builder(known);
    }

    private void row(String row, Ledger.Builder to) {
        split(row);
        to.row(
                key == NONE ? 0 : keys.number(fields.get(key)),
                version == NONE || fields.get(version).equals(StateDump.NULL) ? 0 : number(version),
                operation(fields.get(operation)),
                position == NONE ? 0 : number(position),
                accepted != NONE && TRUE.contains(fields.get(accepted).toLowerCase(Locale.ROOT)));
    }

    private int index(Ledger.Column column) {
        return labels.indexOf(label(column));
    }

    private void split(String row) {
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

    private long number(int column) {
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
