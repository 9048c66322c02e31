package dev.cutover.broken;

import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.Message.Change;
import dev.cutover.sync.stream.RowChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the rows of changes, and makes changes with other rows or other values in them. */
final class Edit {
    private Edit() {}

    /** The rows of that table of the source that are written, not deleted. */
    static Stream<RowChange> written(Change change, TablePair pair, Schema source) {
        return change.rows().stream().filter(row -> row.table().equals(pair.table(source)) && !row.deletion());
    }

    static Change rows(Change change, List<RowChange> rows) {
        return new Change(change.household(), change.version(), change.operation(), change.committedAt(), rows);
    }

    /** The change with its written rows of that table replaced; all others stay. */
    static Change each(Change change, TablePair pair, Schema source, UnaryOperator<RowChange> replacement) {
        return rows(
                change,
                change.rows().stream()
                        .map(row -> row.table().equals(pair.table(source)) && !row.deletion()
                                ? replacement.apply(row)
                                : row)
                        .toList());
    }

    static RowChange value(RowChange row, String column, @Nullable Object value) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(row.row().columns());
        columns.put(column, value);
        return new RowChange(row.table(), null, Row.of(columns));
    }
}
