package dev.cutover.sync.bootstrap;

import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.TablePair;

/** What of old the bootstrap copies. */
public interface Selection {
    /** Whether that row of old's table is copied. */
    boolean copies(TablePair pair, Row row);

    static Selection everything() {
        return (pair, row) -> true;
    }
}
