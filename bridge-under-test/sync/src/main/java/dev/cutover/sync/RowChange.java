package dev.cutover.sync;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a transaction did to one row: {@code after} is absent for a deletion, {@code before} for an insertion. */
public record RowChange(
        String table, @Nullable Row before, @Nullable Row after) {

    public RowChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change of a row of " + table + " needs the row before or after it");
        }
    }

    public boolean deletion() {
        return after == null;
    }

    /** The row as it is now, or was last. */
    public Row row() {
        return after != null ? after : Objects.requireNonNull(before);
    }
}
