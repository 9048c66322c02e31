package dev.cutover.rehearse.trial;

import dev.cutover.record.journal.OperationIds;
import dev.cutover.rehearse.Databases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a query gave. */
final class Table implements Databases.Rows {

    static final String OPERATION = "operation";
    static final String KEY = "key";

    private final List<String> labels = new ArrayList<>();
    private final List<@Nullable String[]> rows = new ArrayList<>();

    @Override
    public void labels(List<String> given) {
        labels.addAll(given);
    }

    @Override
    public void row(@Nullable String... values) {
        rows.add(values.clone());
    }

    List<String> labels() {
        return labels;
    }

    List<@Nullable String[]> rows() {
        return rows;
    }

    /** The first row, in words. */
    String first() {
        return rows.isEmpty()
                ? "none"
                : Arrays.stream(rows.getFirst()).map(String::valueOf).collect(Collectors.joining(" | "));
    }

    boolean has(String label) {
        return labels.contains(label);
    }

    /** The rows by what stands in one column; of several the last one. */
    Map<String, @Nullable String[]> by(String label) {
        int column = labels.indexOf(label);
        Map<String, @Nullable String[]> by = new HashMap<>();
        for (@Nullable String[] row : rows) {
            String value = row[column];
            if (value != null) {
                by.put(value, row);
            }
        }
        return by;
    }

    /** The rows by the operations that left them; those of nobody's are left out. */
    Map<Long, @Nullable String[]> byOperation() {
        Map<Long, @Nullable String[]> by = new HashMap<>();
        by(OPERATION).forEach((text, row) -> OperationIds.read(text).ifPresent(id -> by.put(id, row)));
        return by;
    }

    /** What stands in a column of a row. */
    @Nullable
    String value(@Nullable String[] row, String label) {
        return row[labels.indexOf(label)];
    }

    /** By the first column all that follows. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (@Nullable String[] row : rows) {
            List<String> rest = new ArrayList<>();
            for (int column = 1; column < row.length; column++) {
                rest.add(String.valueOf(row[column]));
            }
            texts.merge(String.valueOf(row[0]), String.join(" ", rest), (first, second) -> first + " and " + second);
        }
        return texts;
    }
}
