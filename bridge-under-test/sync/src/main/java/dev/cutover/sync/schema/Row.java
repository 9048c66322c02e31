package dev.cutover.sync.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a table: column names to integers, texts or nulls; amounts and instants are texts. */
public record Row(@JsonValue Map<String, @Nullable Object> columns) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Row {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** A row of these columns, in this order. */
    public static Row of(Map<String, @Nullable Object> columns) {
        return new Row(columns);
    }

    /** The value of a column; absent is an error, null is a value. */
    public @Nullable Object get(String column) {
        if (!columns.containsKey(column)) {
            throw new Untranslatable("column " + column + " is missing; the row has " + columns.keySet());
        }
        return columns.get(column);
    }

    /** The value of a column that must hold an integer. */
    public long number(String column) {
        if (get(column) instanceof Number number) {
            return number.longValue();
        }
        throw new Untranslatable("column " + column + " must hold an integer, found " + get(column));
    }
}
