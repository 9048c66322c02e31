package dev.cutover.sync.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cutover.sync.schema.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a transaction did to one row: {@code after} is absent for a deletion, {@code before} for an insertion. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowChange(
        String table, @Nullable Row before, @Nullable Row after) {

    public RowChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change of a row of " + table + " needs the row before or after it");
        }
    }

    /** Whether the row is gone. */
    public boolean deletion() {
        return after == null;
    }

    /** What has to travel of it: the row before is of use for a deletion only, because an update replaces the row. */
    public RowChange travelling() {
        return before == null || after == null ? this : new RowChange(table, null, after);
    }

    /** The row as it is now, or was last. */
    public Row row() {
        return after != null ? after : Objects.requireNonNull(before);
    }
}
