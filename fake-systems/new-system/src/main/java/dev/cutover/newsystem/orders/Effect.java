package dev.cutover.newsystem.orders;

import dev.cutover.kit.database.PipelinedStatements;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a change does: one statement with its values, what the ledger records, and the id of an order it opens. */
record Effect(
        String sql,
        Values values,
        LedgerEntry entry,
        @Nullable UUID orderId) {
    Effect(String sql, Values values, LedgerEntry entry) {
        this(sql, values, entry, null);
    }

    /** Fills the statement's question marks. */
    @FunctionalInterface
    interface Values {
        void bind(PipelinedStatements statements) throws SQLException;
    }
}
